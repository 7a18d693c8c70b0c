//! The forms of a check for programs: each over one shared answer, and names and cells that would break out of them.

use super::check::{FAULTS, FAULTS_JA, HEADER, WARNINGS};
use super::harness::{BACKLOG, Case};

/// Two files, a policy and a baseline: an error, warnings, notes, one finding ignored and one known.
fn shared(arguments: &[&str]) -> Case {
    let weights = "\
[check]
top = 2

[[check.ignore]]
rule = \"full-width-digits\"
id = \"A-3\"
reason = \"the form types them so\"
";
    let known =
        "[[finding]]\nfile = \"data/first.csv\"\nrule = \"missing-rating\"\nid = \"A-4\"\ncriterion = \"ease\"\n";
    Case::new()
        .file("weights.toml", weights)
        .file("known.toml", known)
        .file("data/first.csv", format!("{FAULTS}A-4,Mobile notifications,6,4,7,\n"))
        .file("second.csv", WARNINGS)
        .args(["check", "data/first.csv", "./second.csv", "--baseline", "known.toml"])
        .args(arguments.iter().copied())
}

#[test]
fn json_is_the_whole_answer() {
    shared(&["-f", "json"]).stdout(r#"
        {
          "schema_version": 1,
          "command": "check",
          "passed": false,
          "fail_on": "error",
          "model": "matrix",
          "top": 2,
          "files": [
            {
              "file": "data/first.csv",
              "items": 4,
              "ranked": null
            },
            {
              "file": "./second.csv",
              "items": 5,
              "ranked": 5
            }
          ],
          "counts": {
            "errors": 1,
            "warnings": 3,
            "notes": 1,
            "ignored": 1,
            "baseline": 1
          },
          "findings": [
            {
              "rule": "out-of-scale",
              "severity": "error",
              "file": "data/first.csv",
              "line": 2,
              "column": 33,
              "message": "`business_impact` of item `A-1` is `11`, expected 1–10",
              "help": "correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`",
              "id": "A-1",
              "criterion": "business_impact",
              "fingerprint": "554b48b57a56b0c12278ce59638a9b1a"
            },
            {
              "rule": "blank-title",
              "severity": "warning",
              "file": "data/first.csv",
              "line": 3,
              "column": 5,
              "message": "the title of item `A-2` is blank",
              "help": "say in a few words what the item improves",
              "id": "A-2",
              "fingerprint": "d3a25a1ac2061fad007e5b85c831ce33"
            },
            {
              "rule": "tie-at-cutoff",
              "severity": "warning",
              "file": "./second.csv",
              "line": 2,
              "column": 1,
              "message": "3 items share rank 2, and the cutoff at 2 parts them: `A-1`, `A-3`, `A-5`",
              "help": "name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`",
              "fingerprint": "51d2ac69f6f686fea46f815b2b5f8b07"
            },
            {
              "rule": "blank-title",
              "severity": "warning",
              "file": "./second.csv",
              "line": 2,
              "column": 5,
              "message": "the title of item `A-1` is blank",
              "help": "say in a few words what the item improves",
              "id": "A-1",
              "fingerprint": "7bd8b29e9af6d276e26f9c940b5ebdc6"
            },
            {
              "rule": "full-width-digits",
              "severity": "note",
              "file": "./second.csv",
              "line": 5,
              "column": 26,
              "message": "`customer_impact` of item `A-4` is `６`, in full-width characters: it was read as a number",
              "help": "type it in half-width characters, so that other tools read it as a number too",
              "id": "A-4",
              "criterion": "customer_impact",
              "fingerprint": "40c99957cb57fb9e6d1e1f842b3a426c"
            }
          ],
          "finding_count": 5
        }
    "#).exit(1);
}

#[test]
fn json_of_a_check_that_passes_has_no_findings() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["check", "backlog.csv", "-f", "json"])
        .stdout(
            r#"
        {
          "schema_version": 1,
          "command": "check",
          "passed": true,
          "fail_on": "error",
          "model": "matrix",
          "top": 10,
          "files": [
            {
              "file": "backlog.csv",
              "items": 5,
              "ranked": 5
            }
          ],
          "counts": {
            "errors": 0,
            "warnings": 0,
            "notes": 0,
            "ignored": 0,
            "baseline": 0
          },
          "findings": [],
          "finding_count": 0
        }
    "#,
        )
        .exit(0);
}

#[test]
fn json_says_what_is_to_be_read_in_the_language_that_was_asked_for() {
    Case::new()
        .file("backlog.csv", FAULTS_JA)
        .args(["check", "backlog.csv", "-f", "json", "--lang", "ja", "--exit-zero"])
        .stdout(r#"
            {
              "schema_version": 1,
              "command": "check",
              "passed": false,
              "fail_on": "error",
              "model": "matrix",
              "top": 10,
              "files": [
                {
                  "file": "backlog.csv",
                  "items": 3,
                  "ranked": null
                }
              ],
              "counts": {
                "errors": 1,
                "warnings": 1,
                "notes": 1,
                "ignored": 0,
                "baseline": 0
              },
              "findings": [
                {
                  "rule": "out-of-scale",
                  "severity": "error",
                  "file": "backlog.csv",
                  "line": 2,
                  "column": 20,
                  "message": "改善項目 `A-1` の `ビジネスインパクト` (business_impact) の評価 `11` は、尺度（1–10）の範囲外です",
                  "help": "評価を修正するか、重み設定ファイルで独自のモデルを定義し、`[criteria.business_impact]` に `scale = [0, 100]` のように尺度を書いてください",
                  "id": "A-1",
                  "criterion": "business_impact",
                  "fingerprint": "f7709931ac9211a4f7d200fc8e879153"
                },
                {
                  "rule": "blank-title",
                  "severity": "warning",
                  "file": "backlog.csv",
                  "line": 3,
                  "column": 5,
                  "message": "改善項目 `A-2` のタイトルが空欄です",
                  "help": "何を改善するのかを短く書いてください",
                  "id": "A-2",
                  "fingerprint": "e5be9d3a74cc46be28837b08568eb5eb"
                },
                {
                  "rule": "full-width-digits",
                  "severity": "note",
                  "file": "backlog.csv",
                  "line": 4,
                  "column": 17,
                  "message": "改善項目 `A-3` の `ビジネスインパクト` (business_impact) の評価 `９` は全角ですが、数値として読み込みました",
                  "help": "半角で入力し直してください（ほかのツールでは数値とみなされないことがあります）",
                  "id": "A-3",
                  "criterion": "business_impact",
                  "fingerprint": "6c235882daccd9f3f3d8b31c41add140"
                }
              ],
              "finding_count": 3
            }
        "#)
        .exit(0);
}

#[test]
fn json_of_a_file_that_could_not_be_read_or_ranked_says_so() {
    Case::new()
        .file("book.csv", b"PK\x03\x04\x14\x00\x06\x00")
        .file("backlog.csv", FAULTS)
        .args(["check", "book.csv", "backlog.csv", "-f", "json"])
        .stdout_has([
            "\"file\": \"book.csv\",\n      \"items\": null,\n      \"ranked\": null\n",
            "\"file\": \"backlog.csv\",\n      \"items\": 3,\n      \"ranked\": null\n",
            "\"file\": \"book.csv\",\n      \"line\": null,\n      \"column\": null,\n",
        ])
        .exit(1);
}

#[test]
fn github_gets_annotations() {
    shared(&["-f", "github"]).stdout("
        ::error file=data/first.csv,line=2,col=33,title=out-of-scale::`business_impact` of item `A-1` is `11`, expected 1–10%0Ahelp: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`
        ::warning file=data/first.csv,line=3,col=5,title=blank-title::the title of item `A-2` is blank%0Ahelp: say in a few words what the item improves
        ::warning file=second.csv,line=2,col=1,title=tie-at-cutoff::3 items share rank 2, and the cutoff at 2 parts them: `A-1`, `A-3`, `A-5`%0Ahelp: name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`
        ::warning file=second.csv,line=2,col=5,title=blank-title::the title of item `A-1` is blank%0Ahelp: say in a few words what the item improves
        ::notice file=second.csv,line=5,col=26,title=full-width-digits::`customer_impact` of item `A-4` is `６`, in full-width characters: it was read as a number%0Ahelp: type it in half-width characters, so that other tools read it as a number too
        1 error, 3 warnings, 1 note (1 ignored, 1 known from the baseline)
        Failed: 2 files, 9 items, not ranked; model matrix (the model's own weights), cutoff at 2
    ").exit(1);
    shared(&["-f", "github", "--lang", "ja"]).stdout("
        ::error file=data/first.csv,line=2,col=33,title=out-of-scale::改善項目 `A-1` の `business_impact` の評価 `11` は、尺度（1–10）の範囲外です%0A対処: 評価を修正するか、重み設定ファイルで独自のモデルを定義し、`[criteria.business_impact]` に `scale = [0, 100]` のように尺度を書いてください
        ::warning file=data/first.csv,line=3,col=5,title=blank-title::改善項目 `A-2` のタイトルが空欄です%0A対処: 何を改善するのかを短く書いてください
        ::warning file=second.csv,line=2,col=1,title=tie-at-cutoff::2位に3件が並び、採用ライン（上位2件）で分かれてしまいます（`A-1`、`A-3`、`A-5`）%0A対処: `[ranking]` の `tie_break` で同点のときに優先する評価軸を決めるか、`--top` で採用ラインを動かしてください
        ::warning file=second.csv,line=2,col=5,title=blank-title::改善項目 `A-1` のタイトルが空欄です%0A対処: 何を改善するのかを短く書いてください
        ::notice file=second.csv,line=5,col=26,title=full-width-digits::改善項目 `A-4` の `customer_impact` の評価 `６` は全角ですが、数値として読み込みました%0A対処: 半角で入力し直してください（ほかのツールでは数値とみなされないことがあります）
        エラー1件、警告3件、情報1件（無視1件、ベースラインにあるもの1件）
        不合格（2ファイル、改善項目9件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位2件）
    ").exit(1);
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["check", "backlog.csv", "-f", "github"])
        .stdout(
            "
        no errors, no warnings
        Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 10
    ",
        )
        .exit(0);
}

#[test]
fn gitlab_gets_a_code_quality_report() {
    shared(&["-f", "gitlab"]).stdout(r#"
        [
          {
            "description": "`business_impact` of item `A-1` is `11`, expected 1–10 (help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`)",
            "check_name": "out-of-scale",
            "fingerprint": "554b48b57a56b0c12278ce59638a9b1a",
            "severity": "major",
            "location": {
              "path": "data/first.csv",
              "lines": {
                "begin": 2
              }
            }
          },
          {
            "description": "the title of item `A-2` is blank (help: say in a few words what the item improves)",
            "check_name": "blank-title",
            "fingerprint": "d3a25a1ac2061fad007e5b85c831ce33",
            "severity": "minor",
            "location": {
              "path": "data/first.csv",
              "lines": {
                "begin": 3
              }
            }
          },
          {
            "description": "3 items share rank 2, and the cutoff at 2 parts them: `A-1`, `A-3`, `A-5` (help: name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`)",
            "check_name": "tie-at-cutoff",
            "fingerprint": "51d2ac69f6f686fea46f815b2b5f8b07",
            "severity": "minor",
            "location": {
              "path": "second.csv",
              "lines": {
                "begin": 2
              }
            }
          },
          {
            "description": "the title of item `A-1` is blank (help: say in a few words what the item improves)",
            "check_name": "blank-title",
            "fingerprint": "7bd8b29e9af6d276e26f9c940b5ebdc6",
            "severity": "minor",
            "location": {
              "path": "second.csv",
              "lines": {
                "begin": 2
              }
            }
          },
          {
            "description": "`customer_impact` of item `A-4` is `６`, in full-width characters: it was read as a number (help: type it in half-width characters, so that other tools read it as a number too)",
            "check_name": "full-width-digits",
            "fingerprint": "40c99957cb57fb9e6d1e1f842b3a426c",
            "severity": "info",
            "location": {
              "path": "second.csv",
              "lines": {
                "begin": 5
              }
            }
          }
        ]
    "#).exit(1);
    shared(&["-f", "gitlab", "--lang", "ja"]).stdout_has(["（1–10）の範囲外です (対処: "]).exit(1);
    Case::new().file("backlog.csv", BACKLOG).args(["check", "backlog.csv", "-f", "gitlab"]).stdout("[]\n").exit(0);
}

#[test]
fn sarif_is_complete() {
    shared(&["-f", "sarif"]).stdout(r#"
        {
          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "tenbin",
                  "semanticVersion": "0.1.0",
                  "language": "en",
                  "rules": [
                    {
                      "id": "out-of-scale",
                      "shortDescription": {
                        "text": "a rating lies outside the criterion's scale"
                      },
                      "fullDescription": {
                        "text": "A rating lies outside the scale of its criterion, which is 1–10 unless the model says otherwise. It is mostly a slip of the finger, or a team that rated in per cent while the others rated from 1 to 10. One such rating would outweigh all the others and carry its item to the top of the list.\n\nCorrect the rating. If your teams really rate on another scale, declare it in a model of your own in the weights file: `scale = [0, 100]`."
                      },
                      "defaultConfiguration": {
                        "enabled": true,
                        "level": "error"
                      }
                    },
                    {
                      "id": "full-width-digits",
                      "shortDescription": {
                        "text": "a rating is written in full-width characters"
                      },
                      "fullDescription": {
                        "text": "A rating is written in full-width characters, as a Japanese keyboard types them: `８` in place of `8`. tenbin reads it as the number, so the ranking is right. Many other programs take the cell for text and leave it out of their sums, and then two people who work from one file get two results.\n\nType the rating in half-width characters."
                      },
                      "defaultConfiguration": {
                        "enabled": true,
                        "level": "note"
                      }
                    },
                    {
                      "id": "blank-title",
                      "shortDescription": {
                        "text": "an item has no title"
                      },
                      "fullDescription": {
                        "text": "An item has no title. On the projector its row is an id and some numbers, and four teams discuss four different things that each of them remembers under that id. Nobody can say whether the ratings are right.\n\nSay in a few words what the item improves, so that somebody from another team understands it without asking."
                      },
                      "defaultConfiguration": {
                        "enabled": true,
                        "level": "warning"
                      }
                    },
                    {
                      "id": "tie-at-cutoff",
                      "shortDescription": {
                        "text": "items on either side of the cutoff share a rank"
                      },
                      "fullDescription": {
                        "text": "Several items share a rank, and the cutoff runs between them: with a cutoff at 2, three items would be in. The scores don't decide here. If somebody simply takes the first two rows, the order of the file has decided, and nobody can explain it to the team whose item was left out.\n\nTalk about the items that are tied. Or name criteria that decide between equal scores with `tie_break` under `[ranking]`, or move the cutoff so that all of them are in or out."
                      },
                      "defaultConfiguration": {
                        "enabled": true,
                        "level": "warning"
                      }
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "out-of-scale",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "`business_impact` of item `A-1` is `11`, expected 1–10\nhelp: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "data/first.csv"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 33
                        }
                      }
                    }
                  ],
                  "partialFingerprints": {
                    "primaryLocationLineHash": "554b48b57a56b0c12278ce59638a9b1a",
                    "tenbin/v1": "554b48b57a56b0c12278ce59638a9b1a"
                  }
                },
                {
                  "ruleId": "blank-title",
                  "ruleIndex": 2,
                  "level": "warning",
                  "message": {
                    "text": "the title of item `A-2` is blank\nhelp: say in a few words what the item improves"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "data/first.csv"
                        },
                        "region": {
                          "startLine": 3,
                          "startColumn": 5
                        }
                      }
                    }
                  ],
                  "partialFingerprints": {
                    "primaryLocationLineHash": "d3a25a1ac2061fad007e5b85c831ce33",
                    "tenbin/v1": "d3a25a1ac2061fad007e5b85c831ce33"
                  }
                },
                {
                  "ruleId": "tie-at-cutoff",
                  "ruleIndex": 3,
                  "level": "warning",
                  "message": {
                    "text": "3 items share rank 2, and the cutoff at 2 parts them: `A-1`, `A-3`, `A-5`\nhelp: name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "second.csv"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 1
                        }
                      }
                    }
                  ],
                  "partialFingerprints": {
                    "primaryLocationLineHash": "51d2ac69f6f686fea46f815b2b5f8b07",
                    "tenbin/v1": "51d2ac69f6f686fea46f815b2b5f8b07"
                  }
                },
                {
                  "ruleId": "blank-title",
                  "ruleIndex": 2,
                  "level": "warning",
                  "message": {
                    "text": "the title of item `A-1` is blank\nhelp: say in a few words what the item improves"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "second.csv"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 5
                        }
                      }
                    }
                  ],
                  "partialFingerprints": {
                    "primaryLocationLineHash": "7bd8b29e9af6d276e26f9c940b5ebdc6",
                    "tenbin/v1": "7bd8b29e9af6d276e26f9c940b5ebdc6"
                  }
                },
                {
                  "ruleId": "full-width-digits",
                  "ruleIndex": 1,
                  "level": "note",
                  "message": {
                    "text": "`customer_impact` of item `A-4` is `６`, in full-width characters: it was read as a number\nhelp: type it in half-width characters, so that other tools read it as a number too"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "second.csv"
                        },
                        "region": {
                          "startLine": 5,
                          "startColumn": 26
                        }
                      }
                    }
                  ],
                  "partialFingerprints": {
                    "primaryLocationLineHash": "40c99957cb57fb9e6d1e1f842b3a426c",
                    "tenbin/v1": "40c99957cb57fb9e6d1e1f842b3a426c"
                  }
                }
              ]
            }
          ]
        }
    "#).exit(1);
}

#[test]
fn sarif_of_a_check_that_passes_has_no_results() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["check", "backlog.csv", "-f", "sarif", "--lang", "ja"])
        .stdout(
            r#"
        {
          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "tenbin",
                  "semanticVersion": "0.1.0",
                  "language": "ja",
                  "rules": []
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": []
            }
          ]
        }
    "#,
        )
        .exit(0);
}

#[test]
fn junit_has_a_suite_for_each_file() {
    shared(&["-f", "junit"]).stdout(r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="tenbin check">
          <testsuite name="data/first.csv" tests="2" failures="1" errors="0">
            <testcase name="out-of-scale: `business_impact` of item `A-1` is `11`, expected 1–10" classname="data/first.csv">
              <failure message="`business_impact` of item `A-1` is `11`, expected 1–10" type="out-of-scale">data/first.csv:2:33
        help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`</failure>
            </testcase>
            <testcase name="blank-title: the title of item `A-2` is blank" classname="data/first.csv">
              <system-out>data/first.csv:3:5
        help: say in a few words what the item improves</system-out>
            </testcase>
          </testsuite>
          <testsuite name="./second.csv" tests="3" failures="0" errors="0">
            <testcase name="tie-at-cutoff: 3 items share rank 2, and the cutoff at 2 parts them: `A-1`, `A-3`, `A-5`" classname="./second.csv">
              <system-out>./second.csv:2:1
        help: name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`</system-out>
            </testcase>
            <testcase name="blank-title: the title of item `A-1` is blank" classname="./second.csv">
              <system-out>./second.csv:2:5
        help: say in a few words what the item improves</system-out>
            </testcase>
            <testcase name="full-width-digits: `customer_impact` of item `A-4` is `６`, in full-width characters: it was read as a number" classname="./second.csv">
              <system-out>./second.csv:5:26
        help: type it in half-width characters, so that other tools read it as a number too</system-out>
            </testcase>
          </testsuite>
        </testsuites>
    "#).exit(1);
    shared(&["-f", "junit", "--lang", "ja", "--fail-on", "warning"]).stdout(r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="tenbin check">
          <testsuite name="data/first.csv" tests="2" failures="2" errors="0">
            <testcase name="out-of-scale: 改善項目 `A-1` の `business_impact` の評価 `11` は、尺度（1–10）の範囲外です" classname="data/first.csv">
              <failure message="改善項目 `A-1` の `business_impact` の評価 `11` は、尺度（1–10）の範囲外です" type="out-of-scale">data/first.csv:2:33
        対処: 評価を修正するか、重み設定ファイルで独自のモデルを定義し、`[criteria.business_impact]` に `scale = [0, 100]` のように尺度を書いてください</failure>
            </testcase>
            <testcase name="blank-title: 改善項目 `A-2` のタイトルが空欄です" classname="data/first.csv">
              <failure message="改善項目 `A-2` のタイトルが空欄です" type="blank-title">data/first.csv:3:5
        対処: 何を改善するのかを短く書いてください</failure>
            </testcase>
          </testsuite>
          <testsuite name="./second.csv" tests="3" failures="2" errors="0">
            <testcase name="tie-at-cutoff: 2位に3件が並び、採用ライン（上位2件）で分かれてしまいます（`A-1`、`A-3`、`A-5`）" classname="./second.csv">
              <failure message="2位に3件が並び、採用ライン（上位2件）で分かれてしまいます（`A-1`、`A-3`、`A-5`）" type="tie-at-cutoff">./second.csv:2:1
        対処: `[ranking]` の `tie_break` で同点のときに優先する評価軸を決めるか、`--top` で採用ラインを動かしてください</failure>
            </testcase>
            <testcase name="blank-title: 改善項目 `A-1` のタイトルが空欄です" classname="./second.csv">
              <failure message="改善項目 `A-1` のタイトルが空欄です" type="blank-title">./second.csv:2:5
        対処: 何を改善するのかを短く書いてください</failure>
            </testcase>
            <testcase name="full-width-digits: 改善項目 `A-4` の `customer_impact` の評価 `６` は全角ですが、数値として読み込みました" classname="./second.csv">
              <system-out>./second.csv:5:26
        対処: 半角で入力し直してください（ほかのツールでは数値とみなされないことがあります）</system-out>
            </testcase>
          </testsuite>
        </testsuites>
    "#).exit(1);
}

#[test]
fn junit_of_a_check_that_passes_has_a_case_for_each_file() {
    Case::new()
        .file("a.csv", BACKLOG)
        .file("b.csv", BACKLOG)
        .args(["check", "a.csv", "b.csv", "-f", "junit"])
        .stdout(
            r#"
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="tenbin check">
              <testsuite name="a.csv" tests="1" failures="0" errors="0">
                <testcase name="check" classname="a.csv"/>
              </testsuite>
              <testsuite name="b.csv" tests="1" failures="0" errors="0">
                <testcase name="check" classname="b.csv"/>
              </testsuite>
            </testsuites>
        "#,
        )
        .exit(0);
}

#[test]
fn markdown_is_a_table_and_the_verdict() {
    shared(&["-f", "markdown"]).stdout(r#"
        | Severity | Place | Finding | Rule |
        | --- | --- | --- | --- |
        | error | data/first.csv:2:33 | \`business\_impact\` of item \`A-1\` is \`11\`, expected 1–10 | out-of-scale |
        | warning | data/first.csv:3:5 | the title of item \`A-2\` is blank | blank-title |
        | warning | ./second.csv:2:1 | 3 items share rank 2, and the cutoff at 2 parts them: \`A-1\`, \`A-3\`, \`A-5\` | tie-at-cutoff |
        | warning | ./second.csv:2:5 | the title of item \`A-1\` is blank | blank-title |
        | note | ./second.csv:5:26 | \`customer\_impact\` of item \`A-4\` is \`６\`, in full-width characters: it was read as a number | full-width-digits |

        1 error, 3 warnings, 1 note \(1 ignored, 1 known from the baseline\)

        Failed: 2 files, 9 items, not ranked; model matrix \(the model's own weights\), cutoff at 2
    "#).exit(1);
    shared(&["-f", "markdown", "--lang", "ja"]).stdout(r#"
        | 重さ | 箇所 | 指摘 | ルール |
        | --- | --- | --- | --- |
        | エラー | data/first.csv:2:33 | 改善項目 \`A-1\` の \`business\_impact\` の評価 \`11\` は、尺度（1–10）の範囲外です | out-of-scale |
        | 警告 | data/first.csv:3:5 | 改善項目 \`A-2\` のタイトルが空欄です | blank-title |
        | 警告 | ./second.csv:2:1 | 2位に3件が並び、採用ライン（上位2件）で分かれてしまいます（\`A-1\`、\`A-3\`、\`A-5\`） | tie-at-cutoff |
        | 警告 | ./second.csv:2:5 | 改善項目 \`A-1\` のタイトルが空欄です | blank-title |
        | 情報 | ./second.csv:5:26 | 改善項目 \`A-4\` の \`customer\_impact\` の評価 \`６\` は全角ですが、数値として読み込みました | full-width-digits |

        エラー1件、警告3件、情報1件（無視1件、ベースラインにあるもの1件）

        不合格（2ファイル、改善項目9件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位2件）
    "#).exit(1);
}

#[test]
fn every_finding_has_a_fingerprint_of_its_own_that_does_not_hang_on_its_line() {
    let prints = |arguments: &[&str], moved: bool| {
        let rows: Vec<&str> = FAULTS.lines().skip(1).collect();
        let rows = if moved { rows.into_iter().rev().collect::<Vec<_>>() } else { rows };
        let case = Case::new()
            .file("a.csv", format!("{HEADER}{}\n", rows.join("\n")))
            .file("b.csv", FAULTS)
            .args(["check", "-f", "json", "--exit-zero"])
            .args(arguments.iter().copied())
            .any_output()
            .exit(0);
        let report: serde_json::Value = serde_json::from_slice(&case.stdout).expect("the answer is JSON");
        let mut prints: Vec<String> = report["findings"]
            .as_array()
            .expect("a list of findings")
            .iter()
            .map(|finding| finding["fingerprint"].as_str().unwrap_or_default().to_owned())
            .collect();
        prints.sort();
        prints
    };
    assert_eq!(prints(&["a.csv"], false), prints(&["a.csv"], true));
    let both = prints(&["a.csv", "b.csv"], false);
    let mut distinct = both.clone();
    distinct.dedup();
    assert_eq!(both, distinct);
}

/// Of one file the name says nothing; of several it tells alike findings apart, and their order doesn't.
#[test]
fn a_fingerprint_does_not_hang_on_the_other_files() {
    let print = |first: &str, arguments: &[&str]| {
        let case = Case::new().file("a.csv", first).file("b.csv", FAULTS).args(["check", "-f", "json", "--exit-zero"]);
        let outcome = case.args(arguments.iter().copied()).any_output().exit(0);
        let report: serde_json::Value = serde_json::from_slice(&outcome.stdout).expect("the answer is JSON");
        let findings = report["findings"].as_array().expect("a list of findings").clone();
        let of_b = findings.into_iter().find(|finding| finding["file"] == "b.csv").expect("a finding of b.csv");
        of_b["fingerprint"].clone()
    };
    let both = print(FAULTS, &["a.csv", "b.csv"]);
    assert_eq!(print(FAULTS, &["b.csv", "a.csv"]), both);
    assert_eq!(print(BACKLOG, &["a.csv", "b.csv"]), both);
}

/// Twelve errors and twelve warnings.
fn many() -> String {
    format!("{HEADER}{}", (1..=12).map(|number| format!("A-{number},,11,6,4,7\n")).collect::<String>())
}

#[test]
fn github_shows_ten_of_a_kind_and_the_rest_is_counted() {
    let outcome =
        Case::new().file("backlog.csv", many()).args(["check", "backlog.csv", "-f", "github"]).any_output().exit(1);
    let out = outcome.out();
    assert_eq!(out.lines().filter(|line| line.starts_with("::error ")).count(), 10);
    assert_eq!(out.lines().filter(|line| line.starts_with("::warning ")).count(), 10);
    assert!(out.ends_with("\nand 4 more\n12 errors, 12 warnings\nFailed: backlog.csv, 12 items, not ranked; model matrix (the model's own weights), cutoff at 10\n"), "{out}");
    let outcome =
        Case::new().file("backlog.csv", many()).args(["check", "backlog.csv", "-f", "github", "--lang", "ja"]);
    let out = outcome.any_output().exit(1).out();
    assert!(out.contains("\nほか4件\nエラー12件、警告12件\n"), "{out}");
}

#[test]
fn github_gets_the_whole_as_a_summary_of_the_step() {
    let outcome = Case::new()
        .file("backlog.csv", many())
        .file("summary.md", "what another step wrote\n")
        .env("GITHUB_STEP_SUMMARY", "[folder]/summary.md")
        .args(["check", "backlog.csv", "-f", "github"])
        .any_output()
        .exit(1);
    let summary = String::from_utf8_lossy(&outcome.bytes("summary.md")).into_owned();
    assert!(
        summary.starts_with("what another step wrote\n| Severity | Place | Finding | Rule |\n| --- |"),
        "{summary}"
    );
    assert_eq!(summary.matches("| error | backlog.csv:").count(), 12);
    assert_eq!(summary.matches("| warning | backlog.csv:").count(), 12);
    assert!(summary.ends_with("\n12 errors, 12 warnings\n\nFailed: backlog.csv, 12 items, not ranked; model matrix \\(the model's own weights\\), cutoff at 10\n\n"), "{summary}");
}

#[test]
fn only_github_writes_a_summary_and_an_empty_variable_names_none() {
    let case = || Case::new().file("backlog.csv", BACKLOG);
    for format in ["human", "json", "markdown"] {
        let case = case().env("GITHUB_STEP_SUMMARY", "[folder]/summary.md");
        case.args(["check", "backlog.csv", "-f", format]).any_output().exit(0).holds(&["backlog.csv"]);
    }
    case().env("GITHUB_STEP_SUMMARY", "").args(["check", "backlog.csv", "-f", "github"]).any_output().exit(0);
    case()
        .env("GITHUB_STEP_SUMMARY", "[folder]/summary.md")
        .args(["check", "backlog.csv", "-f", "github"])
        .any_output()
        .exit(0)
        .left(
            "summary.md",
            r#"
            no errors, no warnings

            Passed: backlog.csv, 5 items; model matrix \(the model's own weights\), cutoff at 10

        "#,
        );
}

#[test]
fn a_summary_that_cannot_be_written_changes_no_verdict() {
    let case =
        |backlog: &str| Case::new().file("backlog.csv", backlog).env("GITHUB_STEP_SUMMARY", "[folder]/none/summary.md");
    case(FAULTS).args(["check", "backlog.csv", "-f", "github"]).stdout("
        ::error file=backlog.csv,line=2,col=33,title=out-of-scale::`business_impact` of item `A-1` is `11`, expected 1–10%0Ahelp: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`
        ::warning file=backlog.csv,line=3,col=5,title=blank-title::the title of item `A-2` is blank%0Ahelp: say in a few words what the item improves
        ::notice file=backlog.csv,line=4,col=22,title=full-width-digits::`business_impact` of item `A-3` is `９`, in full-width characters: it was read as a number%0Ahelp: type it in half-width characters, so that other tools read it as a number too
        1 error, 1 warning, 1 note
        Failed: backlog.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
    ").stderr("error: cannot write [folder]/none/summary.md: no such file\n").exit(1);
    case(BACKLOG)
        .args(["check", "backlog.csv", "-f", "github", "--lang", "ja"])
        .stdout(
            "
        エラー0件、警告0件
        合格（backlog.csv、改善項目5件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
    ",
        )
        .stderr("エラー: [folder]/none/summary.md に書き込めません：ファイルがありません\n")
        .exit(0);
}

/// What would end a line, a property or a cell, or begin a command: in the file's name, in ids and in ratings.
#[cfg(unix)]
const HOSTILE: &str = "100%,a:b::error file=x::項目\n::warning::\u{1b}[31m##[error]2.csv";

#[cfg(unix)]
fn hostile(format: &str) -> Case {
    let rows = "\"A-1\n::error::x%0A|<b>&\",a,8,\"11\n::error::y\",4,]]>\n\"B|`,:%\u{202e}\",b,8,12,4,##[x]\n::stop,c,9,1,1,1\n";
    Case::new().file(HOSTILE, format!("{HEADER}{rows}")).args(["check", HOSTILE, "-f", format])
}

#[cfg(unix)]
#[test]
fn no_name_and_no_cell_breaks_out_of_a_command_of_github() {
    let out = hostile("github").stdout(r#"
        ::error file=100%25%2Ca%3Ab%3A%3Aerror file=x%3A%3A項目%0A\u{3a}%3Awarning%3A%3A\u{1b}[31m\u{23}#[error]2.csv,line=3,col=25,title=not-a-number::`business_impact` of item `A-1 ::error::x%250A|<b>&` is `11 ::error::y`, expected a number%0Ahelp: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit
        ::error file=100%25%2Ca%3Ab%3A%3Aerror file=x%3A%3A項目%0A\u{3a}%3Awarning%3A%3A\u{1b}[31m\u{23}#[error]2.csv,line=4,col=15,title=not-a-number::`ease` of item `A-1 ::error::x%250A|<b>&` is `]]>`, expected a number%0Ahelp: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
        ::error file=100%25%2Ca%3Ab%3A%3Aerror file=x%3A%3A項目%0A\u{3a}%3Awarning%3A%3A\u{1b}[31m\u{23}#[error]2.csv,line=5,col=15,title=out-of-scale::`business_impact` of item `B|`,:%25\u{202e}` is `12`, expected 1–10%0Ahelp: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`
        ::error file=100%25%2Ca%3Ab%3A%3Aerror file=x%3A%3A項目%0A\u{3a}%3Awarning%3A%3A\u{1b}[31m\u{23}#[error]2.csv,line=5,col=20,title=excel-converted::`ease` of item `B|`,:%25\u{202e}` is `\u{23}#[x]`, which a spreadsheet has made of something else%0Ahelp: correct the formula in the spreadsheet, or type the rating, and save or export the file again
        ::warning file=100%25%2Ca%3Ab%3A%3Aerror file=x%3A%3A項目%0A\u{3a}%3Awarning%3A%3A\u{1b}[31m\u{23}#[error]2.csv,line=5,col=1,title=control-character::`id` of item `B|`,:%25\u{202e}` holds an invisible character: U+202E%0Ahelp: delete it; it can hide or reorder what stands beside it
        4 errors, 1 warning
        Failed: 100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
    "#).exit(1).out();
    assert_eq!(out.lines().filter(|line| line.starts_with("::")).count(), 5, "{out}");
    assert!(!out.contains("##["), "{out}");
}

#[cfg(unix)]
#[test]
fn no_name_and_no_cell_begins_a_command_in_what_people_read() {
    let err = hostile("human").stderr(r#"
        error[not-a-number]: `business_impact` of item `A-1 ::error::x%0A|<b>&` is `11 ::error::y`, expected a number
          --> 100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv:3:25
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |                          ---------------
          3 | \u{3a}:error::x%0A|<b>&",a,8,"11
            |                              ^^^
          help: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit

        error[not-a-number]: `ease` of item `A-1 ::error::x%0A|<b>&` is `]]>`, expected a number
          --> 100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv:4:15
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |                                                                 ----
          4 | \u{3a}:error::y",4,]]>
            |                    ^^^
          help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`

        error[out-of-scale]: `business_impact` of item `B|`,:%\u{202e}` is `12`, expected 1–10
          --> 100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv:5:15
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |                          ---------------
          5 | "B|`,:%\u{202e}",b,8,12,4,\u{23}#[x]
            |                      ^^
          help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`

        error[excel-converted]: `ease` of item `B|`,:%\u{202e}` is `\u{23}#[x]`, which a spreadsheet has made of something else
          --> 100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv:5:20
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |                                                                 ----
          5 | "B|`,:%\u{202e}",b,8,12,4,\u{23}#[x]
            |                           ^^^^^^^^^^
          help: correct the formula in the spreadsheet, or type the rating, and save or export the file again

        warning[control-character]: `id` of item `B|`,:%\u{202e}` holds an invisible character: U+202E
          --> 100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv:5:1
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            | --
          5 | "B|`,:%\u{202e}",b,8,12,4,\u{23}#[x]
            | ^^^^^^^^^^^^^^^^
          help: delete it; it can hide or reorder what stands beside it

        4 errors, 1 warning
        Failed: 100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    "#).exit(1).err();
    assert!(err.lines().all(|line| !line.trim_start().starts_with("::") && !line.contains("##[")), "{err}");
}

#[cfg(unix)]
#[test]
fn no_name_and_no_cell_breaks_out_of_markdown() {
    hostile("markdown").stdout(r#"
        | Severity | Place | Finding | Rule |
        | --- | --- | --- | --- |
        | error | 100%,a:b::error file=x::項目<br>::warning::\\u{1b}\[31m\\u{23}&#35;\[error\]2.csv:3:25 | \`business\_impact\` of item \`A-1 ::error::x%0A\|&lt;b&gt;&amp;\` is \`11 ::error::y\`, expected a number | not-a-number |
        | error | 100%,a:b::error file=x::項目<br>::warning::\\u{1b}\[31m\\u{23}&#35;\[error\]2.csv:4:15 | \`ease\` of item \`A-1 ::error::x%0A\|&lt;b&gt;&amp;\` is \`\]\]&gt;\`, expected a number | not-a-number |
        | error | 100%,a:b::error file=x::項目<br>::warning::\\u{1b}\[31m\\u{23}&#35;\[error\]2.csv:5:15 | \`business\_impact\` of item \`B\|\`,:%\\u{202e}\` is \`12\`, expected 1–10 | out-of-scale |
        | error | 100%,a:b::error file=x::項目<br>::warning::\\u{1b}\[31m\\u{23}&#35;\[error\]2.csv:5:20 | \`ease\` of item \`B\|\`,:%\\u{202e}\` is \`\\u{23}&#35;\[x\]\`, which a spreadsheet has made of something else | excel-converted |
        | warning | 100%,a:b::error file=x::項目<br>::warning::\\u{1b}\[31m\\u{23}&#35;\[error\]2.csv:5:1 | \`id\` of item \`B\|\`,:%\\u{202e}\` holds an invisible character: U+202E | control-character |

        4 errors, 1 warning

        Failed: 100%,a:b::error file=x::項目 ::warning::\\u{1b}\[31m\\u{23}&#35;\[error\]2.csv, 3 items, not ranked; model matrix \(the model's own weights\), cutoff at 10
    "#).exit(1);
}

#[cfg(unix)]
#[test]
fn no_name_and_no_cell_breaks_out_of_junit() {
    hostile("junit").stdout(r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="tenbin check">
          <testsuite name="100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv" tests="5" failures="4" errors="0">
            <testcase name="not-a-number: `business_impact` of item `A-1 ::error::x%0A|&lt;b&gt;&amp;` is `11 ::error::y`, expected a number" classname="100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv">
              <failure message="`business_impact` of item `A-1 ::error::x%0A|&lt;b&gt;&amp;` is `11 ::error::y`, expected a number" type="not-a-number">100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv:3:25
        help: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit</failure>
            </testcase>
            <testcase name="not-a-number: `ease` of item `A-1 ::error::x%0A|&lt;b&gt;&amp;` is `]]&gt;`, expected a number" classname="100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv">
              <failure message="`ease` of item `A-1 ::error::x%0A|&lt;b&gt;&amp;` is `]]&gt;`, expected a number" type="not-a-number">100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv:4:15
        help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `&quot;◎&quot; = 9`</failure>
            </testcase>
            <testcase name="out-of-scale: `business_impact` of item `B|`,:%\u{202e}` is `12`, expected 1–10" classname="100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv">
              <failure message="`business_impact` of item `B|`,:%\u{202e}` is `12`, expected 1–10" type="out-of-scale">100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv:5:15
        help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`</failure>
            </testcase>
            <testcase name="excel-converted: `ease` of item `B|`,:%\u{202e}` is `\u{23}#[x]`, which a spreadsheet has made of something else" classname="100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv">
              <failure message="`ease` of item `B|`,:%\u{202e}` is `\u{23}#[x]`, which a spreadsheet has made of something else" type="excel-converted">100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv:5:20
        help: correct the formula in the spreadsheet, or type the rating, and save or export the file again</failure>
            </testcase>
            <testcase name="control-character: `id` of item `B|`,:%\u{202e}` holds an invisible character: U+202E" classname="100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv">
              <system-out>100%,a:b::error file=x::項目 ::warning::\u{1b}[31m\u{23}#[error]2.csv:5:1
        help: delete it; it can hide or reorder what stands beside it</system-out>
            </testcase>
          </testsuite>
        </testsuites>
    "#).exit(1);
}

#[cfg(unix)]
#[test]
fn no_name_and_no_cell_breaks_out_of_json() {
    for format in ["json", "gitlab", "sarif"] {
        let outcome = hostile(format).any_output().exit(1);
        let report: serde_json::Value = serde_json::from_slice(&outcome.stdout).expect("the answer is JSON");
        let names = match format {
            "json" => &report["findings"][0]["file"],
            "gitlab" => &report[0]["location"]["path"],
            _ => &report["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        };
        let uri = "100%25%2Ca%3Ab%3A%3Aerror%20file%3Dx%3A%3A%E9%A0%85%E7%9B%AE%0A%3A%3Awarning%3A%3A%1B%5B31m%23%23%5Berror%5D2.csv";
        assert_eq!(names, if format == "sarif" { uri } else { HOSTILE });
        assert!(outcome.out().chars().all(|character| character == '\n' || !character.is_control()), "{format}");
    }
}

#[test]
fn junit_holds_no_character_that_xml_cannot_have() {
    let backlog = format!("{HEADER}A-1,a,8,\u{fffe},4,\u{ffff}\n");
    let out = Case::new()
        .file("backlog.csv", backlog)
        .args(["check", "backlog.csv", "-f", "junit"])
        .any_output()
        .exit(1)
        .out();
    assert!(!out.contains(['\u{fffe}', '\u{ffff}']), "{out}");
}
