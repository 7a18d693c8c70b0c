//! Files, links, devices and pipes: an input is never overwritten, an output is the old one or the new one, whole.
//!
//! The scenarios of `tests/data/badcsv/scenarios.json` that a command of today meets, each under its id.

use std::fs;
use std::path::Path;

use super::harness::{BACKLOG, BACKLOG_JA, Case};

const BAD_BACKLOG: &str = "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,Download invoices in bulk,8,6,4,NaN
";

const RANKED: &str = "\
rank,score,id,title,customer_impact,business_impact,market_competitiveness,ease
1,6.5,A-2,Faster search,9,7,6,4
2,6.25,A-1,Download invoices in bulk,8,6,4,7
2,6.25,A-3,Single sign-on,5,9,8,3
2,6.25,A-5,Line numbers in import errors,8,5,3,9
5,5.75,A-4,Mobile notifications,6,4,7,6
";

/// fs_missing
#[test]
fn a_file_that_does_not_exist_cannot_be_read() {
    Case::new().args(["rank", "nosuch.csv"]).stderr("error: cannot read nosuch.csv: no such file\n").exit(2);
    Case::new()
        .args(["rank", "nosuch.csv", "--lang", "ja"])
        .stderr("エラー: nosuch.csv を読み込めません：ファイルがありません\n")
        .exit(2);
}

#[test]
fn a_folder_cannot_be_read() {
    let case = || Case::new().file("backlogs/a.csv", BACKLOG);
    case().args(["rank", "backlogs"]).stderr("error: cannot read backlogs: it is a folder\n").exit(2);
    case()
        .args(["rank", "backlogs", "--lang", "ja"])
        .stderr("エラー: backlogs を読み込めません：フォルダーです\n")
        .exit(2);
}

/// fs_unreadable
#[cfg(unix)]
#[test]
fn a_file_without_permission_cannot_be_read() {
    let case = |script: &str| {
        Case::shell(script).file("u.csv", BACKLOG).prepare(|folder| {
            set_mode(folder, 0o755)?;
            set_mode(&folder.join("u.csv"), 0o000)
        })
    };
    let refusal = "error: cannot read u.csv: permission denied\n";
    if !is_root() {
        case(r#""$T" rank u.csv"#).stderr(refusal).exit(2);
        return;
    }
    // Root reads every file: somebody else has to try.
    let other = |command: &str| format!("su nobody -s /bin/sh -c '{command}'");
    let may = case(&format!("{} >/dev/null 2>&1 && echo yes", other("\"$T\" --version"))).any_output();
    if may.run().out() == "yes\n" {
        case(&other("\"$T\" rank u.csv")).stderr(refusal).exit(2);
    } else {
        println!("skipped: run as root, and `nobody` can't run the program");
    }
}

/// fs_out_link_to_in
#[cfg(unix)]
#[test]
fn an_output_that_is_the_input_is_refused_by_whatever_name() {
    for output in ["a.csv", "link.csv", "hard.csv", "./x/../a.csv", "x/../link.csv"] {
        let case = Case::new().file("a.csv", BACKLOG).prepare(|folder| {
            std::os::unix::fs::symlink("a.csv", folder.join("link.csv"))?;
            fs::hard_link(folder.join("a.csv"), folder.join("hard.csv"))?;
            fs::create_dir(folder.join("x"))
        });
        case.args(["rank", "a.csv", "-o", output])
            .stderr(&format!("error: {output} is a file that is being read: write to another one\n"))
            .exit(2)
            .left("a.csv", BACKLOG)
            .holds(&["a.csv", "hard.csv", "link.csv", "x"]);
    }
}

#[test]
fn an_output_that_is_the_input_is_refused_in_japanese() {
    Case::new()
        .file("a.csv", BACKLOG_JA)
        .args(["rank", "a.csv", "-o", "a.csv", "--lang", "ja"])
        .stderr("エラー: a.csv は入力に使っているファイルです。別のファイルに書き出してください\n")
        .exit(2)
        .left("a.csv", BACKLOG_JA);
}

#[test]
fn an_output_that_is_the_weights_file_is_refused() {
    let weights = "[columns]\nease = \"Ease\"\n";
    Case::new()
        .file("a.csv", BACKLOG)
        .file("weights.toml", weights)
        .args(["rank", "a.csv", "-f", "csv", "-o", "weights.toml"])
        .stderr_has(["weights.toml is a file that is being read: write to another one\n"])
        .exit(2)
        .left("weights.toml", weights);
}

/// The input may come through a redirection too; then its name is unknown, and the file is still the same.
#[cfg(unix)]
#[test]
fn an_output_that_is_the_file_behind_standard_input_is_refused() {
    Case::shell(r#""$T" rank - -o a.csv < a.csv"#)
        .file("a.csv", BACKLOG)
        .stderr("error: a.csv is a file that is being read: write to another one\n")
        .exit(2)
        .left("a.csv", BACKLOG);
}

/// fs_out_dangling
#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_no_output() {
    let case = || {
        Case::new()
            .file("a.csv", BACKLOG)
            .prepare(|folder| std::os::unix::fs::symlink(folder.join("elsewhere.csv"), folder.join("l.csv")))
    };
    case()
        .args(["rank", "a.csv", "-o", "l.csv"])
        .stderr("error: l.csv is a link to nothing\n")
        .exit(2)
        .holds(&["a.csv", "l.csv"]);
    case().args(["rank", "a.csv", "-o", "l.csv", "--lang", "ja"]).stderr_has(["l.csv"]).exit(2);
}

#[cfg(unix)]
#[test]
fn a_link_to_another_file_is_followed_and_stays_a_link() {
    let outcome = Case::new()
        .file("a.csv", BACKLOG)
        .file("x/real.csv", "old\n")
        .prepare(|folder| std::os::unix::fs::symlink("x/real.csv", folder.join("l.csv")))
        .args(["rank", "a.csv", "-o", "l.csv"])
        .exit(0)
        .left("x/real.csv", RANKED)
        .holds(&["a.csv", "l.csv", "x"]);
    assert!(fs::symlink_metadata(outcome.path("l.csv")).is_ok_and(|link| link.is_symlink()));
    assert_eq!(fs::read_dir(outcome.path("x")).map(Iterator::count).ok(), Some(1));
}

/// fs_out_dir_missing
#[test]
fn an_output_in_a_folder_that_does_not_exist_names_the_folder() {
    let case = || Case::new().file("a.csv", BACKLOG);
    case()
        .args(["rank", "a.csv", "-o", "no/such/o.csv"])
        .stderr("error: there is no folder no/such\n")
        .exit(2)
        .holds(&["a.csv"]);
    case()
        .args(["rank", "a.csv", "-o", "no/such/o.csv", "--lang", "ja"])
        .stderr("エラー: フォルダー no/such がありません\n")
        .exit(2);
}

#[test]
fn an_output_that_is_a_folder_is_refused() {
    Case::new()
        .file("a.csv", BACKLOG)
        .file("o.csv/keep", "")
        .args(["rank", "a.csv", "-o", "o.csv"])
        .stderr("error: cannot write o.csv: it is a folder\n")
        .exit(2);
}

/// fs_out_readonly_file: refused, not replaced by renaming.
#[cfg(unix)]
#[test]
fn a_read_only_output_is_left_as_it_was() {
    Case::new()
        .file("a.csv", BACKLOG)
        .file("o.csv", "old\n")
        .prepare(|folder| set_mode(&folder.join("o.csv"), 0o444))
        .args(["rank", "a.csv", "-o", "o.csv"])
        .stderr("error: cannot write o.csv: it is read-only\n")
        .exit(2)
        .left("o.csv", "old\n")
        .holds(&["a.csv", "o.csv"]);
}

/// fs_bad_input_keeps_out
#[test]
fn a_bad_input_keeps_the_old_output() {
    Case::new()
        .file("a.csv", BAD_BACKLOG)
        .file("o.csv", "old\n")
        .args(["rank", "a.csv", "-o", "o.csv"])
        .stderr_has(["error[not-a-number]: `ease` of item `A-1` is `NaN`", "  --> a.csv:2:37\n"])
        .exit(1)
        .left("o.csv", "old\n")
        .holds(&["a.csv", "o.csv"]);
}

#[test]
fn a_bad_weights_file_keeps_the_old_output() {
    Case::new()
        .file("a.csv", BACKLOG)
        .file("weights.toml", "[weights]\nease = -1\n")
        .file("o.csv", "old\n")
        .args(["rank", "a.csv", "-o", "o.csv"])
        .stderr_has(["error[bad-weight]"])
        .exit(2)
        .left("o.csv", "old\n")
        .holds(&["a.csv", "o.csv", "weights.toml"]);
}

#[cfg(unix)]
#[test]
fn a_new_output_replaces_the_old_one_whole_and_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let outcome = Case::new()
        .file("a.csv", BACKLOG)
        .file("o.csv", "old\n".repeat(1000))
        .prepare(|folder| set_mode(&folder.join("o.csv"), 0o640))
        .args(["rank", "a.csv", "-o", "o.csv"])
        .exit(0)
        .left("o.csv", RANKED)
        .holds(&["a.csv", "o.csv"]);
    let mode = fs::metadata(outcome.path("o.csv")).map(|about| about.permissions().mode() & 0o777);
    assert_eq!(mode.ok(), Some(0o640));
}

#[cfg(unix)]
#[test]
fn a_new_output_has_the_mode_that_every_new_file_gets() {
    use std::os::unix::fs::PermissionsExt;
    let outcome =
        Case::shell(r#"umask 027 && "$T" rank a.csv -o o.csv && : > usual.csv"#).file("a.csv", BACKLOG).exit(0);
    let mode = |name: &str| fs::metadata(outcome.path(name)).map(|about| about.permissions().mode() & 0o777).ok();
    assert_eq!(mode("o.csv"), mode("usual.csv"));
    assert_eq!(mode("o.csv"), Some(0o640));
}

/// fs_out_full
#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_told() {
    let case = || Case::new().file("a.csv", BACKLOG);
    case()
        .args(["rank", "a.csv", "-o", "/dev/full"])
        .stderr("error: cannot write /dev/full: no space left on the device\n")
        .exit(2);
    case()
        .args(["rank", "a.csv", "-o", "/dev/full", "--lang", "ja"])
        .stderr("エラー: /dev/full に書き込めません：空き容量がありません\n")
        .exit(2);
    for command in ["rank a.csv", "rank a.csv -f csv", "--help", "man"] {
        Case::shell(&format!(r#""$T" {command} > /dev/full"#))
            .file("a.csv", BACKLOG)
            .stderr_has(["error: cannot write to standard output"])
            .exit(2);
    }
}

/// fs_pipe_closed
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    let row = |number: usize| format!("A-{number},an item,8,6,4,7\n");
    let rows: String = (0..20_000).map(row).collect();
    let backlog = format!("id,title,customer_impact,business_impact,market_competitiveness,ease\n{rows}");
    for format in ["table", "csv", "json", "markdown"] {
        Case::shell(&format!(r#"{{ "$T" rank a.csv -f {format}; echo "exit $?" >&2; }} | head -n 1 >/dev/null"#))
            .file("a.csv", &backlog)
            .stderr("exit 0\n")
            .exit(0);
    }
    Case::shell(r#"{ "$T" --help; echo "exit $?" >&2; } | true"#).stderr("exit 0\n").exit(0);
}

/// fs_stdout_closed: no file that is read or written may get the closed one's number.
#[cfg(unix)]
#[test]
fn a_closed_standard_output_is_no_panic_and_touches_no_file() {
    for command in [r#""$T" rank a.csv >&-"#, r#""$T" rank a.csv -o o.csv >&-"#, r#""$T" rank a.csv >&- 2>&-"#] {
        let outcome = Case::shell(&format!("{command}; test $? = 0 -o $? = 2"))
            .file("a.csv", BACKLOG)
            .any_output()
            .exit(0)
            .left("a.csv", BACKLOG);
        assert!(!outcome.err().contains("panicked"), "{}", outcome.err());
        if outcome.path("o.csv").exists() {
            outcome.left("o.csv", RANKED);
        }
    }
}

/// fs_stdin_closed
#[cfg(unix)]
#[test]
fn a_closed_standard_input_is_told_at_once() {
    Case::shell(r#""$T" rank - <&-"#).stderr_has(["error: "]).exit(2);
}

/// fs_devzero
#[cfg(unix)]
#[test]
fn a_device_without_an_end_is_refused_at_once() {
    let case = || Case::new().args(["rank", "/dev/zero"]);
    case().stderr("error: cannot read /dev/zero: it is a device\n").exit(2);
    case().args(["--lang", "ja"]).stderr("エラー: /dev/zero を読み込めません：デバイスです\n").exit(2);
    Case::new()
        .file("a.csv", BACKLOG)
        .args(["rank", "a.csv", "-w", "/dev/zero"])
        .stderr("error: cannot read /dev/zero: it is a device\n")
        .exit(2);
}

#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_read_to_its_end() {
    Case::shell(r#"mkfifo p && { cat a.csv > p & } && "$T" rank p -f csv"#)
        .file("a.csv", BACKLOG)
        .stdout(RANKED)
        .exit(0);
}

/// fs_name_dash
#[test]
fn a_name_that_looks_like_an_option_is_a_file_behind_two_dashes() {
    Case::new().file("-o.csv", BACKLOG).args(["rank", "-f", "csv", "--", "-o.csv"]).stdout(RANKED).exit(0);
}

/// fs_name_escape
#[cfg(unix)]
#[test]
fn a_name_with_escapes_is_shown_harmless() {
    let name = "a\u{1b}[2Jb\n::error::x.csv";
    let shown = "a\\u{1b}[2Jb ::error::x.csv";
    Case::new()
        .file(name, BAD_BACKLOG)
        .args(["rank", name])
        .stderr_has(["error[not-a-number]", &format!("  --> {shown}:2:37\n")])
        .exit(1);
    Case::new().args(["rank", name]).stderr(&format!("error: cannot read {shown}: no such file\n")).exit(2);
    Case::new()
        .file("a.csv", BACKLOG)
        .args(["rank", "a.csv", "-o", &format!("{name}.docx")])
        .stderr_has([shown])
        .exit(2);
    let begins = "::error::x.csv";
    Case::new()
        .file(begins, BAD_BACKLOG)
        .args(["rank", begins])
        .stderr_has(["  --> \\u{3a}:error::x.csv:2:37\n"])
        .exit(1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_is_read() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let name = OsStr::from_bytes(b"backlog-\xE9.csv");
    Case::new().file(name, BACKLOG).args([OsStr::new("rank"), name, OsStr::new("-fcsv")]).stdout(RANKED).exit(0);
}

/// fs_locale_c
#[test]
fn japanese_comes_out_as_utf8_in_the_c_locale() {
    Case::new()
        .file("a.csv", BACKLOG_JA)
        .env("LC_ALL", "C")
        .env("LANG", "C")
        .args(["rank", "a.csv", "--top", "1"])
        .stdout(
            "
            Rank  ID   Title           Score         Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  検索の速度改善    6.5  ████▉                9                7                       6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ",
        )
        .exit(0);
}

/// fs_width: one column gets the narrowest table there is; nought and what is no number are no width.
#[test]
fn no_width_is_too_narrow_or_too_odd() {
    let case = |columns: &str| {
        let case = Case::new().file("a.csv", BACKLOG).env("COLUMNS", columns);
        case.args(["rank", "a.csv"]).stdout_has(["A-2", "6.5"]).exit(0).out()
    };
    let wide = Case::new().file("a.csv", BACKLOG).args(["rank", "a.csv"]).stdout_has(["A-2"]).exit(0).out();
    let narrowest = case("1");
    assert_ne!(narrowest, wide);
    for columns in ["2", "7", "40"] {
        assert_eq!(case(columns), narrowest, "{columns}");
    }
    for columns in ["0", "x", "-1", "", "99999999999999999999", "1000"] {
        assert_eq!(case(columns), wide, "{columns}");
    }
    for columns in ["1", "0", "x"] {
        Case::new().env("COLUMNS", columns).args(["rank", "--help"]).stdout_has(["--top"]).exit(0);
        Case::new().env("COLUMNS", columns).args(["--help", "--lang", "ja"]).stdout_has(["rank"]).exit(0);
    }
}

/// fs_kill: whenever it is ended, the output is the old one or the new one.
#[cfg(unix)]
#[test]
#[ignore = "twenty runs over 200,000 rows"]
fn an_output_is_never_cut_whenever_the_program_is_killed() {
    let backlog = many_rows(200_000, |number| format!("{},{},{},{}", number % 10 + 1, number % 7 + 1, 5, 5));
    let whole = Case::new().file("a.csv", &backlog).args(["rank", "a.csv", "-o", "o.csv"]).exit(0).bytes("o.csv");
    for point in 0..20 {
        let script = format!(r#""$T" rank a.csv -o o.csv & sleep {}; kill -9 $!; wait"#, f64::from(point) * 0.1);
        let found = Case::shell(&script).file("a.csv", &backlog).file("o.csv", "old\n").any_output().exit(0);
        let bytes = found.bytes("o.csv");
        assert!(bytes == b"old\n" || bytes == whole, "cut at point {point}: {} bytes", bytes.len());
    }
}

/// sz_field_100mb
#[test]
#[ignore = "a cell of 100 MB"]
fn a_cell_of_a_hundred_megabytes_is_refused_by_its_limit() {
    let text = "長".repeat(34_000_000);
    let backlog = format!("id,title,customer_impact,business_impact,market_competitiveness,ease\nK-a,{text},5,5,5,5\n");
    Case::new()
        .file("f100.csv", backlog)
        .args(["rank", "f100.csv"])
        .stderr(
            "
            error[cell-too-long]: the cell has more than 1 MiB of text
              --> f100.csv:2:5
              help: shorten it; if it holds other rows, look for a quote that is not closed
            1 error, no warnings
        ",
        )
        .exit(1);
}

/// sz_columns_1m
#[test]
#[ignore = "a million columns"]
fn a_million_columns_are_refused_by_their_limit() {
    let headers: String = (0..1_000_000).map(|number| format!(",c{number}")).collect();
    let cells = ",1".repeat(1_000_000);
    let ratings = "customer_impact,business_impact,market_competitiveness,ease";
    Case::new()
        .file("c1m.csv", format!("id,title,{ratings}{headers}\nK-a,x,5,5,5,5{cells}\n"))
        .args(["rank", "c1m.csv"])
        .stderr_has(["error[too-many-columns]: the table has more than 16384 columns"])
        .exit(1);
}

/// sz_errors_1m
#[test]
#[ignore = "a million rows, all of them wrong"]
fn a_million_faults_are_counted_and_fifty_shown() {
    let outcome = Case::new()
        .file("e1m.csv", many_rows(1_000_000, |_| "5,5,5,x".to_owned()))
        .args(["rank", "e1m.csv"])
        .stderr_has(["1000000 errors, no warnings; the first 50 are shown\n"])
        .exit(1);
    assert!(outcome.stderr.len() < 100_000);
}

/// sz_ties_1m
#[test]
#[ignore = "a million rows, twice"]
fn a_million_ties_keep_their_order_every_time() {
    let backlog = many_rows(1_000_000, |_| "5,5,5,5".to_owned());
    let run = || {
        let case = Case::new().file("ties.csv", &backlog).args(["rank", "ties.csv", "--top", "20", "-f", "csv"]);
        case.stdout_has(["\n1,5,K-0,x,5,5,5,5\n1,5,K-1,x,5,5,5,5\n"]).exit(0).stdout
    };
    assert_eq!(run(), run());
}

/// `fs_two_outputs` needs a command with two outputs and `sz_xlsx_cells` one that reads workbooks: there is none yet.
#[test]
fn every_scenario_has_its_test() {
    let scenarios: serde_json::Value =
        serde_json::from_str(include_str!("../data/badcsv/scenarios.json")).expect("the scenarios are JSON");
    let tests = include_str!("files.rs");
    let ids: Vec<&str> =
        scenarios.as_array().into_iter().flatten().filter_map(|scenario| scenario["id"].as_str()).collect();
    assert!(ids.len() > 20);
    for id in ids {
        assert!(tests.contains(&format!("/// {id}")) || tests.contains(&format!("`{id}`")), "{id}");
    }
}

/// A backlog with that many items, each with the ratings of its number.
fn many_rows(count: usize, ratings: impl Fn(usize) -> String) -> String {
    let rows: String = (0..count).map(|number| format!("K-{number},x,{}\n", ratings(number))).collect();
    format!("id,title,customer_impact,business_impact,market_competitiveness,ease\n{rows}")
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(unix)]
fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|about| std::os::unix::fs::MetadataExt::uid(&about) == 0)
}
