//! `tenbin completions` and `tenbin man`: made from the same command line as the help.

use super::harness::Case;

#[test]
fn every_shell_gets_a_script_that_completes_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        for lang in ["en", "ja"] {
            Case::new()
                .args(["completions", shell, "--lang", lang])
                .stdout_has(["tenbin", "rank", "explain", "init", "completions", "man", "scenario"])
                .exit(0);
        }
    }
}

#[test]
fn a_script_describes_in_the_language_of_its_reader() {
    Case::new().args(["completions", "fish"]).stdout_has(["Rank the items of a backlog"]).exit(0);
    Case::new().args(["completions", "fish", "--lang", "ja"]).stdout_has(["改善項目に順位をつける"]).exit(0);
}

#[cfg(unix)]
#[test]
fn a_shell_reads_its_script() {
    Case::shell(r#""$T" completions bash > tenbin.bash && bash -n tenbin.bash"#).exit(0);
}

#[test]
fn the_manual_page_is_complete_in_itself() {
    let page =
        Case::new().args(["man"]).stdout_has([".TH tenbin 1", "Weigh product\\-improvement items"]).exit(0).out();
    for command in ["rank", "explain", "init", "completions", "man"] {
        assert!(page.contains(&format!("tenbin {command}")), "{command} is missing in\n{page}");
    }
    for option in ["lang", "top", "weights", "scenario", "column", "format", "output", "excel", "model"] {
        assert!(page.contains(&format!("\\-\\-{option}")), "--{option} is missing in\n{page}");
    }
    assert!(page.lines().all(|line| !line.ends_with("(1)")), "it sends its reader to other pages:\n{page}");
}

#[test]
fn the_manual_page_is_japanese_for_a_japanese_reader() {
    let page =
        Case::new().args(["man", "--lang", "ja"]).stdout_has([".TH tenbin 1", "改善項目に順位をつける"]).exit(0).out();
    for words in ["Print help", "Print version", "OPTIONS", "ARGUMENTS", "Usage", "Commands"] {
        assert!(!page.contains(words), "`{words}` in\n{page}");
    }
}
