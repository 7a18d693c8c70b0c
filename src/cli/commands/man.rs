//! `tenbin man`: one manual page for the program and all its commands, in roff.
//!
//! clap_mangen writes the sections; their headings are put into the reader's language here.

use clap::Command;
use clap_mangen::Man;
use tenbin::lang::Lang;

use crate::cli::exit::Exit;
use crate::cli::{help, output};

/// The headings that clap_mangen writes, and the messages that take their place.
const HEADINGS: [(&str, &str); 3] =
    [("NAME", "man-name"), ("SYNOPSIS", "man-synopsis"), ("DESCRIPTION", "man-description")];

/// Runs the command.
pub fn run(lang: Lang) -> anyhow::Result<Exit> {
    let root = help::localized(lang);
    let commands: Vec<Command> = root.get_subcommands().cloned().collect();
    let man = Man::new(root);
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut page = with_headings(String::from_utf8_lossy(&page).into_owned(), lang);
    for command in commands {
        page.push_str(&section(command.clone(), "", lang)?);
        for step in command.get_subcommands() {
            page.push_str(&section(step.clone(), command.get_name(), lang)?);
        }
    }
    output::print(&page, lang)
}

/// A command's own section: what it does, its usage, its examples, its options.
fn section(command: Command, above: &str, lang: Lang) -> anyhow::Result<String> {
    let path = help::path(&command, above);
    let name = path.replace('-', " ");
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let examples = lang.text(&format!("help-{path}.examples"));
    let man = Man::new(command.disable_help_flag(true));
    let (mut synopsis, mut options) = (Vec::new(), Vec::new());
    man.render_synopsis_section(&mut synopsis)?;
    man.render_options_section(&mut options)?;
    let usage = String::from_utf8_lossy(&synopsis).replace(".SH SYNOPSIS\n", "");
    let options = String::from_utf8_lossy(&options).replace(".SH ", ".SS ");
    let examples: String = examples.lines().map(|line| format!("{}\n", roff(line))).collect();
    Ok(format!(".SH \"tenbin {name}\"\n{}\n.PP\n{usage}.PP\n.nf\n{examples}.fi\n{options}", roff(&about)))
}

fn with_headings(page: String, lang: Lang) -> String {
    HEADINGS.iter().fold(page, |page, (heading, id)| {
        page.replace(&format!(".SH {heading}\n"), &format!(".SH \"{}\"\n", lang.text(id)))
    })
}

/// Text as roff takes it literally.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}
