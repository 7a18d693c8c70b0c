//! `tenbin backcast`: what each stage must deliver for the goal, and what stands in the way.

use serde_json::Value;

use super::harness::Case;

const FUNNEL: &str = include_str!("../../examples/funnel_en.csv");
const FUNNEL_JA: &str = include_str!("../../examples/funnel_ja.csv");

fn backcast(funnel: &str, goal: &str) -> Case {
    Case::new().file("funnel.csv", funnel).args(["backcast", "funnel.csv", "--goal", goal])
}

fn json(case: Case) -> Value {
    let outcome = case.args(["-f", "json"]).run();
    serde_json::from_slice(&outcome.stdout).unwrap_or_else(|_| panic!("no JSON: {}", outcome.err()))
}

fn of_stages(value: &Value, key: &str) -> Vec<Value> {
    value["stages"].as_array().into_iter().flatten().map(|stage| stage[key].clone()).collect()
}

#[test]
fn twenty_contracts_are_worked_back() {
    backcast(FUNNEL, "20").stdout("?").exit(0);
}

#[test]
fn twenty_contracts_are_worked_back_in_japanese_and_with_the_last_stage_first() {
    backcast(FUNNEL_JA, "20").args(["--lang", "ja"]).stdout("?").exit(0);
}

#[test]
fn either_end_may_come_first() {
    let turned = "stage,count\nContracts,12\nProposals,60\nMeetings,150\nLeads,1000\n";
    let (one, other) = (json(backcast(FUNNEL, "20")), json(backcast(turned, "20")));
    assert_eq!(one["stages"], other["stages"]);
    assert_eq!((&one["last_stage_first"], &other["last_stage_first"]), (&false.into(), &true.into()));
    let forced = json(backcast(turned, "20").args(["--order", "last"]));
    assert_eq!(forced["stages"], one["stages"]);
}

#[test]
fn rates_and_one_count_do_as_well_as_counts() {
    let rates = "stage,count,rate\nLeads,1000,15%\nMeetings,,0.4\nProposals,,20 %\nContracts,,\n";
    let value = json(backcast(rates, "20"));
    assert_eq!(of_stages(&value, "count"), [1000, 150, 60, 12]);
    assert_eq!(of_stages(&value, "derived"), [false, true, true, true]);
    assert_eq!(of_stages(&value, "conversion"), of_stages(&json(backcast(FUNNEL, "20")), "conversion"));
    backcast(rates, "20").stdout_has(["~150", "~: worked out from the rates"]).exit(0);
    let turned = "stage,count,rate\nContracts,,\nProposals,,20 %\nMeetings,150,40%\nLeads,,15%\n";
    assert_eq!(of_stages(&json(backcast(turned, "20")), "count"), [1000, 150, 60, 12]);
}

#[test]
fn the_best_rate_that_is_possible_decides_where_the_bottleneck_is() {
    let best = "stage,count,best\nLeads,1000,18%\nMeetings,150,50%\nProposals,60,40%\nContracts,12,\n";
    backcast(best, "20").stdout("?").exit(0);
}

#[test]
fn where_no_single_rate_is_enough_that_is_said() {
    let text = "stage,count\nLeads,10\nMeetings,9\nContracts,8\n";
    backcast(text, "20").stdout("?").exit(0);
    let capped = "stage,count,best\nLeads,100,50%\nMeetings,50,60%\nContracts,30,\n";
    backcast(capped, "40").stdout_has(["more than the best that the file thinks possible"]).exit(0);
    let all = "stage,count\nLeads,10\nContracts,10\n";
    backcast(all, "20").stdout_has(["There is no bottleneck", "it takes 20 Leads instead of 10"]).exit(0);
}

#[test]
fn a_goal_that_is_reached_needs_nothing() {
    backcast(FUNNEL, "12").stdout("?").exit(0);
    let value = json(backcast(FUNNEL, "12"));
    assert_eq!((&value["reached"], &value["best_change"]), (&true.into(), &Value::Null));
    assert_eq!(value["bottleneck"], serde_json::json!([]));
}

#[test]
fn equal_rates_are_bottlenecks_together() {
    let text = "stage,count\nLeads,100\nMeetings,50\nContracts,25\n";
    backcast(text, "30").stdout_has(["The bottlenecks are Leads → Meetings, Meetings → Contracts", "for either of them"]).exit(0);
}

#[test]
fn the_items_on_the_bottleneck_are_named() {
    let items = "id,title,customer_impact,business_impact,market_competitiveness,ease,stage\nA-1,Better form,5,6,7,8,Leads\nA-2,Price simulator,8,8,8,8,Proposals\nA-3,Dark mode,4,4,4,4,\nA-4,Other,4,4,4,5,Renewals\n";
    let printed = Case::new().file("items.csv", items).args(["rank", "items.csv", "-f", "csv"]).any_output().exit(0).out();
    let case = backcast(FUNNEL, "20").file("ranked.csv", printed).args(["--items", "ranked.csv"]);
    case.stdout("?").stderr("?").exit(0);
    let case = backcast(FUNNEL, "20").args(["--items", "-"]).stdin("id,title,stage\nA-2,Price simulator,proposals\n");
    case.stdout_has(["None of the 1 items works", "look for items that work on the bottleneck"]).exit(0);
    let value = json(backcast(FUNNEL, "20").file("items.csv", items).args(["--items", "items.csv"]).stderr_has(["unknown-stage"]));
    assert_eq!((&value["items"][0]["on_bottleneck"], &value["items"][1]["stage"]), (&true.into(), &"Proposals".into()));
}

#[test]
fn a_sheet_has_a_row_for_each_stage() {
    backcast(FUNNEL, "20").args(["-f", "csv"]).stdout("?").exit(0);
}

#[test]
fn what_cannot_be_worked_back_is_told_with_its_place() {
    for text in [
        "",
        "stage,count\n",
        "stage,count\nLeads,10\n",
        "stage,count\nLeads,0\nContracts,0\n",
        "stage,count\nLeads,10\nMeetings,0\nContracts,0\n",
        "stage,count\nLeads,10\nMeetings,\nContracts,1\n",
        "stage,count,rate\nLeads,,10%\nContracts,,\n",
        "stage,count\nLeads,10\nMeetings,20\nContracts,1\n",
        "stage,count,rate\nLeads,10,30\nMeetings,-1,150%\nLeads,NaN,\n,99999999999999999999999999.5,\n",
        "stage,kind\nLeads,x\nContracts,y\n",
        "count\n1\n2\n",
    ] {
        let outcome = backcast(text, "20").run();
        assert_eq!((outcome.code(), outcome.out()), (Some(1), String::new()), "{text}\n{}", outcome.err());
    }
    backcast("stage,count,rate\nLeads,10,30\nMeetings,-1,150%\nLeads,NaN,\n,99999999999999999999999999.5,\n", "20").stderr("?").exit(1);
    backcast("stage,count\nLeads,10\nMeetings,0\nContracts,0\n", "20").stderr("?").exit(1);
}

#[test]
fn what_is_odd_is_told_beside_the_answer() {
    let text = "stage,count,rate\nLeads,100,60%\nMeetings,150,\nContracts,15,\n";
    backcast(text, "20").args(["--order", "first"]).any_stdout().stderr("?").exit(0);
}

#[test]
fn a_goal_and_an_order_are_checked() {
    for goal in ["0", "-5", "twenty", "1e3", "NaN", ""] {
        let outcome = Case::new().file("funnel.csv", FUNNEL).args(["backcast", "funnel.csv", &format!("--goal={goal}")]).run();
        assert_eq!((outcome.code(), outcome.out()), (Some(2), String::new()), "{goal}");
    }
    backcast(FUNNEL, "x").stderr("?").exit(2);
    backcast(FUNNEL, "20").args(["--order", "middle"]).stderr("?").exit(2);
    Case::new().file("funnel.csv", FUNNEL).args(["backcast", "funnel.csv"]).stderr("?").exit(2);
}

#[test]
fn numbers_of_any_size_are_kept_exactly() {
    let text = "stage,count\nLeads,999999999999999\nContracts,0.00000000000000000001\n";
    let value = json(backcast(text, "999999999999999"));
    assert_eq!(value["stages"][1]["required"], 999_999_999_999_999_i64);
    assert!(value["stages"][0]["required"].as_f64().is_some_and(|required| required > 9e49), "{value}");
    backcast(text, "20").any_output().exit(0);
}
