//! The forms of an answer: CSV, TSV, JSON and Markdown whole, files by their ending, and what `--excel` makes of a CSV.

use super::harness::{BACKLOG, BACKLOG_JA, BACKLOG_WITH_GAPS, Case, TARGETS};

#[test]
fn csv_is_rank_and_score_before_the_columns_of_the_file() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "-f", "csv"])
        .stdout(
            "
            rank,score,id,title,customer_impact,business_impact,market_competitiveness,ease
            1,6.5,A-2,Faster search,9,7,6,4
            2,6.25,A-1,Download invoices in bulk,8,6,4,7
            2,6.25,A-3,Single sign-on,5,9,8,3
            2,6.25,A-5,Line numbers in import errors,8,5,3,9
            5,5.75,A-4,Mobile notifications,6,4,7,6
        ",
        )
        .exit(0);
}

#[test]
fn csv_keeps_the_headers_of_a_japanese_file_and_has_one_language() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .args(["rank", "backlog.csv", "-f", "csv", "--lang", "ja"])
        .stdout(
            "
            rank,score,ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
            1,6.5,A-2,検索の速度改善,9,7,6,4
            2,6.25,A-1,請求書の一括ダウンロード,8,6,4,7
            2,6.25,A-3,シングルサインオン,5,9,8,3
            2,6.25,A-5,取込みエラーの行番号表示,8,5,3,9
            5,5.75,A-4,モバイル通知,6,4,7,6
        ",
        )
        .exit(0);
}

#[test]
fn csv_has_the_items_without_a_rank_last() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["rank", "backlog.csv", "-f", "csv", "-q"])
        .stdout(
            "
            rank,score,id,title,customer_impact,business_impact,market_competitiveness,ease
            1,7.375,A-2,Faster search,9,7,6,6〜9
            2,6.25,A-1,Download invoices in bulk,8,6,4,7
            2,6.25,A-5,Line numbers in import errors,8,5,3,9
            ,,A-3,Single sign-on,5,9,8,
            ,,A-4,Mobile notifications,6,,6-8,6
        ",
        )
        .exit(0);
}

#[test]
fn csv_with_a_cut_has_only_what_is_above_it() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["rank", "backlog.csv", "-f", "csv", "-q", "--top", "1"])
        .stdout(
            "
            rank,score,id,title,customer_impact,business_impact,market_competitiveness,ease
            1,7.375,A-2,Faster search,9,7,6,6〜9
        ",
        )
        .exit(0);
}

#[test]
fn csv_has_the_factors_of_a_model_behind_the_score() {
    Case::new()
        .file("targets.csv", TARGETS)
        .args(["rank", "targets.csv", "-m", "target", "-f", "csv"])
        .stdout("
            rank,score,impact,contribution,cost,id,title,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost
            1,207360,320,72,2,T-2,Renewals that nobody sees coming,5,8,8,8,2,2,2
            2,148176,432,49,4,T-1,Month-end rework in accounting,8,6,9,7,4,5,3
        ")
        .exit(0);
}

#[test]
fn csv_does_not_round() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "-f", "csv", "--weight", "ease=2.5"])
        .stdout(
            "
            rank,score,id,title,customer_impact,business_impact,market_competitiveness,ease
            1,7,A-5,Line numbers in import errors,8,5,3,9
            2,6.454545454545454,A-1,Download invoices in bulk,8,6,4,7
            3,5.818181818181818,A-2,Faster search,9,7,6,4
            3,5.818181818181818,A-4,Mobile notifications,6,4,7,6
            5,5.363636363636363,A-3,Single sign-on,5,9,8,3
        ",
        )
        .exit(0);
}

#[test]
fn csv_carries_other_columns_untouched() {
    Case::new()
        .file("backlog.csv", r#"owner , id,title,customer_impact,business_impact,market_competitiveness,ease,Labels,Labels,"note ""x"""
 佐藤 ,A-1,"a, b",8.0, 6 ,4,7,ﾊﾝｶｸ,=1+1,"two
lines"
,A-2,é,9,7,6,4,,,
"#)
        .args(["rank", "backlog.csv", "-f", "csv"])
        .stdout(r#"
            rank,score,owner , id,title,customer_impact,business_impact,market_competitiveness,ease,Labels,Labels,"note ""x"""
            1,6.5,,A-2,é,9,7,6,4,,,
            2,6.25, 佐藤 ,A-1,"a, b",8.0, 6 ,4,7,ﾊﾝｶｸ,=1+1,"two
            lines"
        "#)
        .exit(0);
}

#[test]
fn tsv_is_the_same_with_tabs() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "-f", "tsv", "--top", "2"])
        .stdout(
            "\
rank\tscore\tid\ttitle\tcustomer_impact\tbusiness_impact\tmarket_competitiveness\tease\n\
1\t6.5\tA-2\tFaster search\t9\t7\t6\t4\n\
2\t6.25\tA-1\tDownload invoices in bulk\t8\t6\t4\t7\n\
2\t6.25\tA-3\tSingle sign-on\t5\t9\t8\t3\n\
2\t6.25\tA-5\tLine numbers in import errors\t8\t5\t3\t9\n\
",
        )
        .exit(0);
}

#[test]
fn json_holds_everything_a_program_asks_for() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .file(
            "weights.toml",
            "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
",
        )
        .args(["rank", "backlog.csv", "-f", "json"])
        .stdout(
            r#"
                {
                  "schema_version": 1,
                  "command": "rank",
                  "model": "matrix",
                  "weights": [
                    {
                      "key": "customer_impact",
                      "weight": 4,
                      "share": 0.4
                    },
                    {
                      "key": "business_impact",
                      "weight": 3,
                      "share": 0.3
                    },
                    {
                      "key": "market_competitiveness",
                      "weight": 2,
                      "share": 0.2
                    },
                    {
                      "key": "ease",
                      "weight": 1,
                      "share": 0.1
                    }
                  ],
                  "items": [
                    {
                      "rank": 1,
                      "tied": false,
                      "id": "A-2",
                      "title": "Faster search",
                      "score": 7.65,
                      "values": {
                        "customer_impact": 9,
                        "business_impact": 7,
                        "market_competitiveness": 6,
                        "ease": 7.5
                      },
                      "uncertain": [
                        "ease"
                      ]
                    },
                    {
                      "rank": 2,
                      "tied": false,
                      "id": "A-1",
                      "title": "Download invoices in bulk",
                      "score": 6.5,
                      "values": {
                        "customer_impact": 8,
                        "business_impact": 6,
                        "market_competitiveness": 4,
                        "ease": 7
                      }
                    },
                    {
                      "rank": 3,
                      "tied": false,
                      "id": "A-5",
                      "title": "Line numbers in import errors",
                      "score": 6.2,
                      "values": {
                        "customer_impact": 8,
                        "business_impact": 5,
                        "market_competitiveness": 3,
                        "ease": 9
                      }
                    }
                  ],
                  "unranked": [
                    {
                      "id": "A-3",
                      "title": "Single sign-on",
                      "missing": [
                        "ease"
                      ],
                      "reason": "missing",
                      "score_range": [
                        6.4,
                        7.3
                      ],
                      "rank_range": [
                        2,
                        3
                      ]
                    },
                    {
                      "id": "A-4",
                      "title": "Mobile notifications",
                      "missing": [
                        "business_impact"
                      ],
                      "reason": "missing",
                      "score_range": [
                        4.7,
                        7.4
                      ],
                      "rank_range": [
                        2,
                        4
                      ]
                    }
                  ],
                  "findings": [
                    {
                      "rule": "missing-rating",
                      "severity": "warning",
                      "file": "backlog.csv",
                      "line": 4,
                      "column": 26,
                      "message": "item `A-3` has no rating for `ease`: it is not ranked",
                      "help": "fill in the rating; a blank counts neither as 0 nor as anything else",
                      "id": "A-3",
                      "criterion": "ease"
                    },
                    {
                      "rule": "missing-rating",
                      "severity": "warning",
                      "file": "backlog.csv",
                      "line": 5,
                      "column": 28,
                      "message": "item `A-4` has no rating for `business_impact`: it is not ranked",
                      "help": "fill in the rating; a blank counts neither as 0 nor as anything else",
                      "id": "A-4",
                      "criterion": "business_impact"
                    }
                  ],
                  "finding_count": 2
                }
            "#,
        )
        .stderr(
            "
            warning[missing-rating]: item `A-3` has no rating for `ease`: it is not ranked
              --> backlog.csv:4:26
              help: fill in the rating; a blank counts neither as 0 nor as anything else
            warning[missing-rating]: item `A-4` has no rating for `business_impact`: it is not ranked
              --> backlog.csv:5:28
        ",
        )
        .exit(0);
}

#[test]
fn json_says_findings_in_the_language_of_the_reader() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,,8,6,4,7
",
        )
        .args(["rank", "backlog.csv", "-f", "json", "--lang", "ja", "-q"])
        .stdout(
            r#"
                {
                  "schema_version": 1,
                  "command": "rank",
                  "model": "matrix",
                  "weights": [
                    {
                      "key": "customer_impact",
                      "weight": 1,
                      "share": 0.25
                    },
                    {
                      "key": "business_impact",
                      "weight": 1,
                      "share": 0.25
                    },
                    {
                      "key": "market_competitiveness",
                      "weight": 1,
                      "share": 0.25
                    },
                    {
                      "key": "ease",
                      "weight": 1,
                      "share": 0.25
                    }
                  ],
                  "items": [
                    {
                      "rank": 1,
                      "tied": false,
                      "id": "A-1",
                      "title": "",
                      "score": 6.25,
                      "values": {
                        "customer_impact": 8,
                        "business_impact": 6,
                        "market_competitiveness": 4,
                        "ease": 7
                      }
                    }
                  ],
                  "unranked": [],
                  "findings": [
                    {
                      "rule": "blank-title",
                      "severity": "warning",
                      "file": "backlog.csv",
                      "line": 2,
                      "column": 5,
                      "message": "改善項目 `A-1` のタイトルが空欄です",
                      "help": "何を改善するのかを短く書いてください",
                      "id": "A-1"
                    }
                  ],
                  "finding_count": 1
                }
            "#,
        )
        .exit(0);
}

#[test]
fn json_has_the_factors_with_their_weights() {
    Case::new()
        .file("targets.csv", TARGETS)
        .args(["rank", "targets.csv", "-m", "target", "-f", "json", "--top", "1"])
        .stdout(
            r#"
            {
              "schema_version": 1,
              "command": "rank",
              "model": "target",
              "weights": [
                {
                  "key": "impact",
                  "weight": 1,
                  "share": 0.3333333333333333
                },
                {
                  "key": "contribution",
                  "weight": 1,
                  "share": 0.3333333333333333
                },
                {
                  "key": "cost",
                  "weight": 1,
                  "share": 0.3333333333333333
                }
              ],
              "factors": [
                {
                  "key": "impact",
                  "combine": "product",
                  "weights": [
                    {
                      "key": "generality",
                      "weight": 1,
                      "share": 0.3333333333333333
                    },
                    {
                      "key": "persistence",
                      "weight": 1,
                      "share": 0.3333333333333333
                    },
                    {
                      "key": "severity",
                      "weight": 1,
                      "share": 0.3333333333333333
                    }
                  ]
                },
                {
                  "key": "contribution",
                  "combine": "product",
                  "weights": [
                    {
                      "key": "opportunity",
                      "weight": 1,
                      "share": 0.5
                    },
                    {
                      "key": "difficulty",
                      "weight": 1,
                      "share": 0.5
                    }
                  ]
                },
                {
                  "key": "cost",
                  "combine": "mean",
                  "weights": [
                    {
                      "key": "initial_cost",
                      "weight": 1,
                      "share": 0.5
                    },
                    {
                      "key": "running_cost",
                      "weight": 1,
                      "share": 0.5
                    }
                  ]
                }
              ],
              "top": 1,
              "items": [
                {
                  "rank": 1,
                  "tied": false,
                  "id": "T-2",
                  "title": "Renewals that nobody sees coming",
                  "score": 207360,
                  "values": {
                    "impact": 320,
                    "generality": 5,
                    "persistence": 8,
                    "severity": 8,
                    "contribution": 72,
                    "opportunity": 8,
                    "difficulty": 2,
                    "cost": 2,
                    "initial_cost": 2,
                    "running_cost": 2
                  }
                }
              ],
              "unranked": [],
              "findings": [],
              "finding_count": 0
            }
        "#,
        )
        .exit(0);
}

#[test]
fn json_has_no_range_where_a_missing_quantity_sets_none() {
    Case::new()
        .file(
            "ideas.csv",
            "\
id,title,reach,impact,confidence,effort
R-1,Search,1200,2,0.8,5
R-3,Chat,,1,1,2
",
        )
        .args(["rank", "ideas.csv", "-m", "rice", "-q", "-f", "json"])
        .stdout(
            r#"
                {
                  "schema_version": 1,
                  "command": "rank",
                  "model": "rice",
                  "weights": [
                    {
                      "key": "reach",
                      "weight": 1,
                      "share": 0.25
                    },
                    {
                      "key": "impact",
                      "weight": 1,
                      "share": 0.25
                    },
                    {
                      "key": "confidence",
                      "weight": 1,
                      "share": 0.25
                    },
                    {
                      "key": "effort",
                      "weight": 1,
                      "share": 0.25
                    }
                  ],
                  "items": [
                    {
                      "rank": 1,
                      "tied": false,
                      "id": "R-1",
                      "title": "Search",
                      "score": 384,
                      "values": {
                        "reach": 1200,
                        "impact": 2,
                        "confidence": 0.8,
                        "effort": 5
                      }
                    }
                  ],
                  "unranked": [
                    {
                      "id": "R-3",
                      "title": "Chat",
                      "missing": [
                        "reach"
                      ],
                      "reason": "missing",
                      "score_range": null,
                      "rank_range": [
                        1,
                        2
                      ]
                    }
                  ],
                  "findings": [
                    {
                      "rule": "missing-rating",
                      "severity": "warning",
                      "file": "ideas.csv",
                      "line": 3,
                      "column": 10,
                      "message": "item `R-3` has no rating for `reach`: it is not ranked",
                      "help": "fill in the rating; a blank counts neither as 0 nor as anything else",
                      "id": "R-3",
                      "criterion": "reach"
                    }
                  ],
                  "finding_count": 1
                }
            "#,
        )
        .exit(0);
}

#[test]
fn json_hides_what_a_terminal_would_act_on_and_keeps_the_value() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease\n\
A-1,\"\u{1b}[31m\u{202e}\"\"q\"\" \\ \u{7f}\",8,6,4,7\n\
",
        )
        .args(["rank", "backlog.csv", "-f", "json"])
        .stdout(
            r#"
            {
              "schema_version": 1,
              "command": "rank",
              "model": "matrix",
              "weights": [
                {
                  "key": "customer_impact",
                  "weight": 1,
                  "share": 0.25
                },
                {
                  "key": "business_impact",
                  "weight": 1,
                  "share": 0.25
                },
                {
                  "key": "market_competitiveness",
                  "weight": 1,
                  "share": 0.25
                },
                {
                  "key": "ease",
                  "weight": 1,
                  "share": 0.25
                }
              ],
              "items": [
                {
                  "rank": 1,
                  "tied": false,
                  "id": "A-1",
                  "title": "\u001b[31m\u202e\"q\" \\ \u007f",
                  "score": 6.25,
                  "values": {
                    "customer_impact": 8,
                    "business_impact": 6,
                    "market_competitiveness": 4,
                    "ease": 7
                  }
                }
              ],
              "unranked": [],
              "findings": [],
              "finding_count": 0
            }
        "#,
        )
        .exit(0);
}

#[test]
fn markdown_is_a_table_and_paragraphs() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "-f", "markdown"])
        .stdout(r#"
            | Rank | ID | Title | Score | Customer impact | Business impact | Market competitiveness | Ease |
            | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |
            | 1 | A-2 | Faster search | 6.5 | 9 | 7 | 6 | 4 |
            | =2 | A-1 | Download invoices in bulk | 6.3 | 8 | 6 | 4 | 7 |
            | =2 | A-3 | Single sign-on | 6.3 | 5 | 9 | 8 | 3 |
            | =2 | A-5 | Line numbers in import errors | 6.3 | 8 | 5 | 3 | 9 |
            | 5 | A-4 | Mobile notifications | 5.8 | 6 | 4 | 7 | 6 |

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % \(the model's own weights\)
        "#)
        .exit(0);
}

#[test]
fn markdown_is_written_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["rank", "backlog.csv", "-f", "markdown", "--lang", "ja", "-q"])
        .stdout(r#"
            | 順位 | ID | 改善項目 | 総合スコア | 顧客影響度 | ビジネスインパクト | 市場競争力 | 実装の容易さ |
            | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |
            | 1 | A-2 | Faster search | 7.4 | 9 | 7 | 6 | \~7.5 |
            | =2 | A-1 | Download invoices in bulk | 6.3 | 8 | 6 | 4 | 7 |
            | =2 | A-5 | Line numbers in import errors | 6.3 | 8 | 5 | 3 | 9 |

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）

            順位の対象外：A-3（実装の容易さが未評価、1〜4位の可能性）、A-4（ビジネスインパクトが未評価、2〜4位の可能性）

            \~ は幅のある評価です（中央の値で計算）
        "#)
        .exit(0);
}

#[test]
fn markdown_is_only_text() {
    Case::new()
        .file("backlog.csv", r#"id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,"a|b `c` *d* _e_ [f](g) <h> #1 @i ~j~ ! & \ 
k",8,6,4,7
"#)
        .args(["rank", "backlog.csv", "-f", "markdown"])
        .stdout(r#"
            | Rank | ID | Title | Score | Customer impact | Business impact | Market competitiveness | Ease |
            | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |
            | 1 | A-1 | a\|b \`c\` \*d\* \_e\_ \[f\]\(g\) &lt;h&gt; &#35;1 &#64;i \~j\~ \! &amp; \\ <br>k | 6.3 | 8 | 6 | 4 | 7 |

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % \(the model's own weights\)
        "#)
        .exit(0);
}

#[test]
fn the_ending_of_the_output_chooses_the_format() {
    const ENDINGS: [(&str, &str); 8] = [
        ("csv", "csv"),
        ("tsv", "tsv"),
        ("json", "json"),
        ("md", "markdown"),
        ("markdown", "markdown"),
        ("txt", "table"),
        ("CSV", "csv"),
        ("Md", "markdown"),
    ];
    for (ending, format) in ENDINGS {
        let shown = Case::new()
            .file("backlog.csv", BACKLOG)
            .args(["rank", "backlog.csv", "--format", format])
            .stdout_has(["A-1"])
            .exit(0);
        let name = format!("out.{ending}");
        Case::new()
            .file("backlog.csv", BACKLOG)
            .args(["rank", "backlog.csv", "--output", &name])
            .exit(0)
            .holds(&["backlog.csv", &name])
            .left(&name, &shown.out());
    }
}

#[test]
fn a_flag_wins_over_the_ending() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "-o", "out.json", "-f", "tsv"])
        .exit(0)
        .left(
            "out.json",
            "rank\tscore\tid\ttitle\tcustomer_impact\tbusiness_impact\tmarket_competitiveness\tease\n\
             1\t6.5\tA-2\tFaster search\t9\t7\t6\t4\n",
        );
}

#[test]
fn a_file_keeps_no_width_and_no_colour() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .env("COLUMNS", "40")
        .args(["rank", "backlog.csv", "--top", "1", "-o", "out.txt", "--color", "always"])
        .exit(0)
        .left("out.txt", "
            Rank  ID   Title          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    6.5  ████▉                9                7                       6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ");
}

#[test]
fn a_name_without_an_ending_gets_what_a_terminal_would() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "-o", "out"])
        .exit(0)
        .left("out", "
            Rank  ID   Title          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    6.5  ████▉                9                7                       6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ");
}

#[test]
fn an_ending_that_means_no_format_is_refused() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "-o", "out.docx"])
        .stderr("error: the ending of `out.docx` means no format; say which with --format: `table`, `csv`, `tsv`, `json`, `markdown`, `xlsx`\n")
        .exit(2)
        .holds(&["backlog.csv"]);
}

#[test]
fn an_ending_that_means_no_format_is_refused_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "-o", "out.docx", "--lang", "ja"])
        .stderr("エラー: `out.docx` の拡張子からは出力形式がわかりません。--format で指定してください：`table`、`csv`、`tsv`、`json`、`markdown`、`xlsx`\n")
        .exit(2)
        .holds(&["backlog.csv"]);
}

#[test]
fn a_format_that_does_not_exist_is_refused() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "-f", "yaml"])
        .stderr("error: there is no format `yaml`; there are `table`, `csv`, `tsv`, `json`, `markdown`, `xlsx`\n")
        .exit(2);
}

#[test]
fn a_format_that_does_not_exist_is_refused_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "-f", "yaml", "--lang", "ja"])
        .stderr(
            "エラー: `yaml` という出力形式はありません。使える出力形式：`table`、`csv`、`tsv`、`json`、`markdown`、`xlsx`\n",
        )
        .exit(2);
}

#[test]
fn excel_gets_a_byte_order_mark_and_crlf() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--excel", "--top", "2"])
        .stdout(
            "\
\u{feff}rank,score,id,title,customer_impact,business_impact,market_competitiveness,ease\r\n\
1,6.5,A-2,Faster search,9,7,6,4\r\n\
2,6.25,A-1,Download invoices in bulk,8,6,4,7\r\n\
2,6.25,A-3,Single sign-on,5,9,8,3\r\n\
2,6.25,A-5,Line numbers in import errors,8,5,3,9\r\n\
",
        )
        .exit(0);
}

#[test]
fn excel_gets_no_cell_that_runs() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease,=note\n\
A-1,=1+1,8,6,4,7,+81 3\n\
A-2,@me,9,7,6,4,-3\n\
A-3,＝SUM(A1),5,9,8,3,\"\t=1\"\n\
",
        )
        .args(["rank", "backlog.csv", "--excel"])
        .stdout(
            "\
\u{feff}rank,score,id,title,customer_impact,business_impact,market_competitiveness,ease,'=note\r\n\
1,6.5,A-2,'@me,9,7,6,4,-3\r\n\
2,6.25,A-1,'=1+1,8,6,4,7,'+81 3\r\n\
2,6.25,A-3,'＝SUM(A1),5,9,8,3,'\t=1\r\n\
",
        )
        .stderr("note: 6 cells got an apostrophe in front, so that a spreadsheet doesn't run them\n")
        .exit(0);
}

#[test]
fn excel_gets_no_cell_that_runs_and_says_so_in_japanese() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,=1+1,8,6,4,7
",
        )
        .args(["rank", "backlog.csv", "--excel", "--lang", "ja", "-o", "順位.csv"])
        .stderr("情報: 表計算ソフトで数式として実行されないよう、1個のセルの先頭に「'」を付けました\n")
        .exit(0)
        .left(
            "順位.csv",
            "\
\u{feff}rank,score,id,title,customer_impact,business_impact,market_competitiveness,ease\r\n\
1,6.25,A-1,'=1+1,8,6,4,7\r\n\
",
        );
}

#[test]
fn one_guarded_cell_is_counted_as_one() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,-a,8,6,4,7
",
        )
        .args(["rank", "backlog.csv", "--excel", "-f", "tsv"])
        .stdout(
            "\
\u{feff}rank\tscore\tid\ttitle\tcustomer_impact\tbusiness_impact\tmarket_competitiveness\tease\r\n\
1\t6.25\tA-1\t'-a\t8\t6\t4\t7\r\n\
",
        )
        .stderr("note: 1 cell got an apostrophe in front, so that a spreadsheet doesn't run it\n")
        .exit(0);
}

#[test]
fn quiet_leaves_out_the_note_on_guarded_cells() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,-a,8,6,4,7
",
        )
        .args(["rank", "backlog.csv", "--excel", "-q"])
        .stdout(
            "\
\u{feff}rank,score,id,title,customer_impact,business_impact,market_competitiveness,ease\r\n\
1,6.25,A-1,'-a,8,6,4,7\r\n\
",
        )
        .exit(0);
}

#[test]
fn excel_makes_only_csv_and_tsv() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--excel", "-f", "json"])
        .stderr("error: --excel makes CSV or TSV, not json\n")
        .exit(2);
}

#[test]
fn excel_makes_only_csv_and_tsv_and_says_so_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--excel", "-o", "out.md", "--lang", "ja"])
        .stderr("エラー: --excel は CSV か TSV のときだけ使えます（指定された出力形式：markdown）\n")
        .exit(2)
        .holds(&["backlog.csv"]);
}

#[test]
fn without_excel_a_csv_is_as_the_file_is() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,=1+1,8,6,4,7
",
        )
        .args(["rank", "backlog.csv", "-f", "csv"])
        .stdout(
            "
            rank,score,id,title,customer_impact,business_impact,market_competitiveness,ease
            1,6.25,A-1,=1+1,8,6,4,7
        ",
        )
        .exit(0);
}

#[test]
fn what_csv_and_tsv_write_can_be_ranked_again() {
    for ending in ["csv", "tsv"] {
        let name = format!("out.{ending}");
        let first = Case::new()
            .file("backlog.csv", BACKLOG_JA)
            .args(["rank", "backlog.csv", "--excel", "-o", &name])
            .exit(0)
            .bytes(&name);
        let again = Case::new().file(&name, &first).args(["rank", &name, "--excel", "-f", ending]).any_output().exit(0);
        let ids = |text: &str| -> Vec<String> {
            let lines = text.lines().skip(1);
            lines
                .filter_map(|line| line.split([',', '\t']).find(|cell| cell.starts_with("A-")))
                .map(str::to_owned)
                .collect()
        };
        assert_eq!(ids(&again.out()), ["A-2", "A-1", "A-3", "A-5", "A-4"]);
        assert_eq!(ids(&String::from_utf8_lossy(&first)), ids(&again.out()));
    }
}

#[test]
fn a_command_goes_over_its_own_output_and_writes_its_columns_anew() {
    let actions = "\
id,title,state,churn_effect,ease,effort
A-1,Monthly report,As-Is,8,7,2
A-2,Initial setup,To-Be,9,3,8
A-3,Webinars,To-Be,5,,3
";
    let ballots = "voter,audience,action\nV-1,CS,A-1\nV-2,Sales,A-2\nV-3,CS,A-1\n";
    let run = |text: &str, line: &str| {
        let case = Case::new().file("a.csv", text).file("b.csv", ballots).args(line.split(' '));
        case.args(["-f", "csv"]).any_output().exit(0).out()
    };
    let lines = [
        "rank a.csv -m actions",
        "rank a.csv -m actions --by state",
        "triage a.csv",
        "triage a.csv -m actions --by state --value score",
        "plan a.csv --value ease --capacity 10",
        "plan a.csv -m actions --capacity 10",
        "vote b.csv --actions a.csv",
    ];
    for line in lines {
        let once = run(actions, line);
        assert_eq!(run(&once, line), once, "{line}");
        // Whatever other commands have put in front of it, it stands there once.
        let heading = |csv: &str| csv.lines().next().map(str::to_owned).unwrap_or_default();
        let mut text = once.clone();
        // Two commands may both make groups, or a score.
        for other in lines.into_iter().filter(|other| !other.contains("--by")) {
            text = run(&text, other);
        }
        if line.contains("--by") {
            continue;
        }
        let again = run(&text, line);
        let mut columns: Vec<String> = heading(&again).split(',').map(str::to_owned).collect();
        // A vote and a ranking both have a rank.
        columns.retain(|column| column != "rank");
        let all = columns.len();
        columns.sort();
        columns.dedup();
        assert_eq!(columns.len(), all, "{}", heading(&again));
    }
    // Ratings that were changed count, and not what an old ranking made of them.
    let ranked =
        run(actions, "rank a.csv -m actions").replace("A-1,Monthly report,As-Is,8", "A-1,Monthly report,As-Is,1");
    assert!(
        run(&ranked, "rank a.csv -m actions")
            .starts_with("rank,score,id,title,state,churn_effect,ease,effort\n1,6,A-2,")
    );
}

#[test]
fn what_a_file_calls_rank_and_score_of_its_own_stays() {
    let own =
        |line: &str| line.replacen(',', if line.starts_with("id") { ",rank,score," } else { ",7,high," }, 1) + "\n";
    let text: String = BACKLOG.lines().map(own).collect();
    let outcome =
        Case::new().file("backlog.csv", &text).args(["rank", "backlog.csv", "-f", "csv"]).any_output().exit(0);
    assert!(outcome.out().starts_with("rank,score,id,rank,score,title,"), "{}", outcome.out());
}

#[test]
fn factors_of_an_old_ranking_are_written_anew_too() {
    let rank = |text: &str, format: &str| {
        let case = Case::new().file("targets.csv", text).args(["rank", "targets.csv", "-m", "target", "-f", format]);
        case.any_output().exit(0).out()
    };
    let once = rank(TARGETS, "csv");
    assert!(once.starts_with("rank,score,impact,contribution,cost,id,"), "{once}");
    assert_eq!(rank(&once, "csv"), once);
}
