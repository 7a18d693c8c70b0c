//! Speeds that the README claims, taken apart: reading, scoring, rendering.

fn main() {
    divan::main();
}
