//! JUnit XML, in the form that nearly every CI reads: a suite a file, a case a finding, a failure where it fails.
//!
//! There is no standard; this keeps to what Jenkins' schema (junit-10.xsd) allows.

use std::collections::HashMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::prose;
use crate::report::{Checked, FindingView};

pub(super) fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let mut suites: Vec<(&str, Vec<&FindingView>)> =
        checked.value.files.iter().map(|file| (file.file.as_str(), Vec::new())).collect();
    for finding in &checked.value.findings {
        let name = finding.view.file.as_deref().unwrap_or("-");
        match suites.iter_mut().find(|(known, _)| *known == name) {
            Some((_, views)) => views.push(&finding.view),
            None => suites.push((name, vec![&finding.view])),
        }
    }
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.write_event(Event::Start(BytesStart::new("testsuites").with_attributes([("name", "tenbin check")])))?;
    for (name, views) in &suites {
        suite(checked, name, views, &mut xml)?;
    }
    xml.write_event(Event::End(BytesEnd::new("testsuites")))?;
    writeln!(xml.into_inner())
}

fn suite<W: Write>(checked: &Checked, name: &str, views: &[&FindingView], xml: &mut Writer<W>) -> io::Result<()> {
    let name = prose::visible(name);
    let failures = views.iter().filter(|view| checked.is_failure(view)).count();
    // A file without a finding is a case that passes.
    let (tests, failures) = (views.len().max(1).to_string(), failures.to_string());
    let attributes = [("name", name.as_str()), ("tests", &tests), ("failures", &failures), ("errors", "0")];
    xml.write_event(Event::Start(BytesStart::new("testsuite").with_attributes(attributes)))?;
    if views.is_empty() {
        let attributes = [("name", "check"), ("classname", name.as_str())];
        xml.write_event(Event::Empty(BytesStart::new("testcase").with_attributes(attributes)))?;
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    for view in views {
        // Readers tell cases apart by their names.
        let title = format!("{}: {}", view.rule, view.message);
        let number = seen.entry(title.clone()).or_default();
        *number += 1;
        let title = if *number > 1 { format!("{title} ({number})") } else { title };
        case(checked, (&name, &title), view, xml)?;
    }
    xml.write_event(Event::End(BytesEnd::new("testsuite")))
}

fn case<W: Write>(
    checked: &Checked,
    (file, title): (&str, &str),
    view: &FindingView,
    xml: &mut Writer<W>,
) -> io::Result<()> {
    let place = prose::visible(&view.place().unwrap_or_default());
    let attributes = [("name", title), ("classname", file)];
    xml.write_event(Event::Start(BytesStart::new("testcase").with_attributes(attributes)))?;
    let text = format!("{place}\n{}: {}", checked.help_label, view.help);
    let element = if checked.is_failure(view) {
        let attributes = [("message", view.message.as_str()), ("type", view.rule)];
        BytesStart::new("failure").with_attributes(attributes)
    } else {
        BytesStart::new("system-out")
    };
    let end = element.to_end().into_owned();
    xml.write_event(Event::Start(element))?;
    xml.write_event(Event::Text(BytesText::new(&text)))?;
    xml.write_event(Event::End(end))?;
    xml.write_event(Event::End(BytesEnd::new("testcase")))
}
