//! `tenbin init`: a starter backlog, a weights file and a short how-to; never over an existing file.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};

use anyhow::anyhow;
use tenbin::input::config::Config;
use tenbin::lang::Lang;
use tenbin::model::BuiltIn;
use tenbin::report::starter;
use tenbin::{prose, say};

use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::messages::Messages;
use crate::cli::options::Init;
use crate::cli::output;

/// Runs the command.
pub fn run(options: &Init, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let name = options.model.as_deref().unwrap_or(BuiltIn::default().name());
    let model = match Config::default().model(name) {
        Ok(model) => model,
        Err(findings) => {
            messages.findings(&findings);
            return Ok(Exit::CouldNotRun);
        }
    };
    let failed = |error: std::io::Error, path: &std::path::Path| {
        let file = prose::visible(&path.to_string_lossy());
        anyhow!(say!(lang, "error-write", file = file, reason = files::reason(&error, lang)))
    };
    fs::create_dir_all(&options.dir).map_err(|error| failed(error, &options.dir))?;
    let mut said = String::new();
    let files = starter(&model, lang);
    for file in &files {
        let path = options.dir.join(&file.name);
        let shown = prose::visible(&path.to_string_lossy());
        let made = OpenOptions::new().write(true).create_new(true).open(&path);
        match made.and_then(|mut made| made.write_all(file.text.as_bytes())) {
            Ok(()) => said.push_str(&say!(lang, "init-wrote", file = shown)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                said.push_str(&say!(lang, "init-kept", file = shown));
            }
            Err(error) => return Err(failed(error, &path)),
        }
        said.push('\n');
    }
    if let Some(backlog) = files.first() {
        // The weights file is looked for from the current folder upward: the next command runs beside it.
        if options.dir.as_os_str() == "." {
            said.push_str(&say!(lang, "init-next", file = backlog.name.as_str()));
        } else {
            let folder = prose::visible(&options.dir.to_string_lossy());
            said.push_str(&say!(lang, "init-next-there", folder = folder, file = backlog.name.as_str()));
        }
        said.push('\n');
    }
    output::print(&said, lang)
}
