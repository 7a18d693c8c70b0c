//! Who can do things: `name, skills, capacity, load`, a person a row.

use std::collections::HashMap;

use super::listing::{Known, Listing};
use super::names::fold;
use super::planning::{amounts, names};
use super::rating::read_rating;
use crate::analysis::Person;
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::prose;

const NAME: usize = 0;
const SKILLS: usize = 1;
const CAPACITY: usize = 2;
const LOAD: usize = 3;

/// The columns, in the order of the places above.
const COLUMNS: [Known; 4] = [
    Known { key: "name", also: &["person", "名前", "氏名", "担当者", "担当"], is_needed: true },
    Known { key: "skills", also: &["skill", "スキル", "担当できるスキル"], is_needed: false },
    Known {
        key: "capacity", also: &["稼働", "稼働可能工数", "使える工数", "キャパシティ", "上限"], is_needed: true
    },
    Known { key: "load", also: &["現在の負荷", "負荷", "抱えている工数"], is_needed: false },
];

/// The people of a file, in its order.
#[derive(Debug)]
pub struct People {
    /// What each can do and carries.
    pub persons: Vec<Person>,
    named: Vec<Named>,
    /// Their places by their names, folded.
    places: HashMap<String, usize>,
}

#[derive(Debug)]
struct Named {
    name: String,
    /// Folded.
    skills: Vec<String>,
    /// A finding at the person's capacity, ready to be made one of any rule.
    at_capacity: Finding,
}

impl People {
    /// The names, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.named.iter().map(|person| person.name.as_str())
    }

    /// A person's name.
    pub fn name(&self, person: usize) -> &str {
        &self.named[person].name
    }

    /// The person with a name, whatever people vary in typing it.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.places.get(&fold(name)).copied()
    }

    /// Those who have all of some skills, and any capacity.
    pub fn able(&self, skills: &[String]) -> Vec<usize> {
        let is_able =
            |&person: &usize| self.persons[person].capacity > Decimal::ZERO && self.lacking(person, skills).is_empty();
        (0..self.persons.len()).filter(is_able).collect()
    }

    /// Of some skills those that a person doesn't have.
    pub fn lacking<'s>(&self, person: usize, skills: &'s [String]) -> Vec<&'s str> {
        let has = |skill: &str| self.named[person].skills.contains(&fold(skill));
        skills.iter().map(String::as_str).filter(|skill| !has(skill)).collect()
    }

    /// A finding at a person's capacity.
    pub fn finding(&self, rule: Rule, person: usize) -> Finding {
        let at = &self.named[person].at_capacity;
        let mut finding = Finding::new(rule).with("name", prose::name(&self.named[person].name));
        (finding.span, finding.header) = (at.span.clone(), at.header.clone());
        finding
    }
}

/// Reads people; `None` where the header can't be read, or nobody has a name. What is wrong is among the findings.
pub fn read_people(source: &Source<'_>, findings: &mut Findings) -> Option<People> {
    let listing = Listing::read(source, &COLUMNS, findings);
    let people = listing.map(|listing| read(&listing, source, findings));
    findings.locate(source);
    // Among nobody no owner is unknown: that nobody has a name is said already.
    people.filter(|people| !people.persons.is_empty())
}

fn read(listing: &Listing<'_>, source: &Source<'_>, findings: &mut Findings) -> People {
    let mut people = People { persons: Vec::new(), named: Vec::new(), places: HashMap::new() };
    let mut lines: Vec<usize> = Vec::new();
    for row in 0..listing.len() {
        let name = listing.text(row, NAME);
        let at_name = |rule: Rule| listing.finding(rule, row, NAME).with("name", prose::name(&name));
        if name.is_empty() {
            listing.blank(Rule::BlankPerson, row, NAME).into_iter().for_each(|finding| findings.push(finding));
            continue;
        }
        if let Some(first) = people.find(&name) {
            findings.push(at_name(Rule::DuplicatePerson).with("first", lines[first]));
            continue;
        }
        let mut read = |known: usize| listing.has(known).then(|| amount(listing, row, known, &name, findings));
        let (capacity, load) = (read(CAPACITY).flatten(), read(LOAD).unwrap_or(Some(Decimal::ZERO)));
        let at_capacity = listing.finding(Rule::OverloadedPerson, row, CAPACITY);
        lines.push(source.position(at_capacity.span.as_ref().map_or(0, |span| span.start)).line);
        // Whoever lacks an amount stays known, so that nobody who is named is called unknown as well.
        let amount = |amount: Option<Decimal>| amount.unwrap_or(Decimal::ONE);
        people.persons.push(Person { capacity: amount(capacity), load: amount(load) });
        let skills = names(&listing.text(row, SKILLS)).iter().map(|skill| fold(skill)).collect();
        people.places.insert(fold(&name), people.named.len());
        people.named.push(Named { name: name.into_owned(), skills, at_capacity });
    }
    if people.persons.is_empty() && !findings.has_errors() {
        findings.push(Finding::new(Rule::NoItems).at(0).advise("help-people"));
    }
    people
}

/// An amount; a blank is a finding, and so is what is none.
fn amount(listing: &Listing<'_>, row: usize, column: usize, name: &str, findings: &mut Findings) -> Option<Decimal> {
    let key = COLUMNS[column].key;
    let text = listing.text(row, column);
    let rule = amounts(listing.delimiter);
    let heading = prose::name(&listing.heading(column, ""));
    let about = |kind: &str| {
        let finding = listing.finding(Rule::BadAmount, row, column).of_criterion(key).with("criterion", heading);
        finding.with("name", prose::name(name)).with("kind", kind).with("found", prose::name(&text))
    };
    match read_rating(&text, &rule) {
        Ok(Some((rating, _))) => return rating.counted(),
        Ok(None) => findings.push(about("blank")),
        Err(_) => findings.push(about("other")),
    }
    None
}
