//! Where an answer goes: standard output, or a file that is replaced at once or not at all.

use std::borrow::Borrow;
use std::fs;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use same_file::Handle;
use serde::Serialize;
use tenbin::lang::Lang;
use tenbin::render::{FindingsFormat, Format, Rendered, Style, list_text, render, render_findings, write_web_page};
use tenbin::report::{Checked, Report, WebPage};
use tenbin::{prose, say};

use super::exit::Exit;
use super::files;
use super::messages::{Messages, colored, print_error};
use super::settings::{FindingsSettings, OutputSettings};
use super::watch::Frame;

/// Prints a ready text; a closed pipe is no error.
pub fn print(text: &str, lang: Lang) -> anyhow::Result<Exit> {
    match flushed(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(stdout_failed(&error, lang)),
        _ => Ok(Exit::Fine),
    }
}

/// Why an answer didn't reach standard output.
pub fn stdout_failed(error: &io::Error, lang: Lang) -> anyhow::Error {
    anyhow!(say!(lang, "error-stdout", reason = files::reason(error, lang)))
}

/// Prints a help page, styled where it goes to a terminal that takes it.
pub fn print_styled(page: &clap::builder::StyledStr, lang: Lang) -> anyhow::Result<Exit> {
    let choice = anstream::AutoStream::choice(&io::stdout());
    let plain = choice == anstream::ColorChoice::Never;
    print(&if plain { page.to_string() } else { page.ansi().to_string() }, lang)
}

/// Writes a report where the settings want it. `inputs` are the files that were read: none of them is overwritten.
pub fn deliver<V: Serialize>(
    report: Report<'_, V>,
    settings: &OutputSettings,
    inputs: &[impl Borrow<Handle>],
    lang: Lang,
    messages: &Messages,
) -> anyhow::Result<Exit> {
    let shown = settings.path.is_none() && (messages.frame().is_some() || io::stdout().is_terminal());
    if shown && !settings.format.is_text() {
        bail!(say!(lang, "error-not-shown", format = settings.format.name()));
    }
    let rendered = match &settings.path {
        Some(path) => {
            let style = Style { ascii: settings.ascii, excel: settings.excel, lang, ..Style::default() };
            write_file(path, inputs, lang, |out| render(report, settings.format, style, out))?
        }
        None => match write_stdout(report, settings, messages.frame(), lang) {
            Ok(rendered) => rendered,
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(Exit::Fine),
            Err(error) => {
                return Err(stdout_failed(&error, lang));
            }
        },
    };
    if rendered.guarded > 0 {
        messages.note(&say!(lang, "note-guarded", count = rendered.guarded));
    }
    if rendered.cut > 0 {
        messages.note(&say!(lang, "note-cells-cut", count = rendered.cut));
    }
    Ok(Exit::Fine)
}

/// Writes a page to a file, or to standard output.
pub fn deliver_page<V: Serialize>(
    page: &WebPage<V>,
    path: Option<&Path>,
    inputs: &[impl Borrow<Handle>],
    lang: Lang,
) -> anyhow::Result<Exit> {
    if let Some(path) = path {
        write_file(path, inputs, lang, |out| write_web_page(page, out))?;
        return Ok(Exit::Fine);
    }
    let mut bytes = Vec::new();
    match write_web_page(page, &mut bytes).and_then(|()| flushed(&bytes)) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(stdout_failed(&error, lang)),
        _ => Ok(Exit::Fine),
    }
}

/// Writes a ready text to a file, or to standard output.
pub fn deliver_text(text: &str, path: Option<&Path>, inputs: &[Handle], lang: Lang) -> anyhow::Result<Exit> {
    match path {
        Some(path) => write_file(path, inputs, lang, |out| out.write_all(text.as_bytes())).map(|()| Exit::Fine),
        None => print(text, lang),
    }
}

/// Writes findings where the settings want them, and gives `exit` back, also when nobody reads to the end.
///
/// People read the faults of a file on standard error, as from every command, and so all of a refusal; the rest is the
/// answer, and goes to standard output. Programs read their format where they asked for it.
pub fn deliver_findings(
    mut checked: Checked,
    settings: &FindingsSettings,
    inputs: &[Handle],
    exit: Exit,
    lang: Lang,
    messages: &Messages,
) -> anyhow::Result<Exit> {
    let FindingsSettings { format, ascii, width, .. } = *settings;
    if let Some(path) = &settings.path {
        if exit != Exit::Fine {
            // Whoever looks at a red step, and not into the file, is told why.
            messages.verdict(&checked.lines);
        }
        let style = Style { ascii, ..Style::default() };
        write_file(path, inputs, lang, |out| render_findings(&checked, format, style, out))?;
        return Ok(exit);
    }
    let is_refusal = format == FindingsFormat::Human && exit != Exit::Fine;
    let color = format == FindingsFormat::Human
        && if is_refusal { colored(settings.color, &io::stderr()) } else { colored(settings.color, &io::stdout()) };
    let style = Style { width, color, ascii, ..Style::default() };
    if format == FindingsFormat::Human && !is_refusal {
        let style = Style { color: colored(settings.color, &io::stderr()), ..style };
        print_error(&list_text(checked.take_faults().iter(), &checked.help_label, style));
    }
    let mut text = Vec::new();
    let written = render_findings(&checked, format, style, &mut text)
        .and_then(|()| if is_refusal { io::stderr().lock().write_all(&text).or(Ok(())) } else { flushed(&text) });
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(stdout_failed(&error, lang)),
        _ => Ok(exit),
    }
}

fn flushed(text: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text).and_then(|()| out.flush())
}

/// Adds a text to the end of a file.
pub fn append(path: &Path, text: &str, lang: Lang) -> anyhow::Result<()> {
    let opened = fs::OpenOptions::new().append(true).create(true).open(path);
    opened.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| not_written(path, &error, lang))
}

/// Writes a report to standard output, or into the frame that will be shown there.
fn write_stdout<V: Serialize>(
    report: Report<'_, V>,
    settings: &OutputSettings,
    frame: Option<&Frame>,
    lang: Lang,
) -> io::Result<Rendered> {
    let stdout = io::stdout().lock();
    let terminal = stdout.is_terminal();
    let style = Style {
        width: settings.width,
        color: colored(settings.color, &io::stdout()) && settings.format == Format::Table,
        ascii: settings.ascii,
        excel: settings.excel,
        terminal,
        lang,
    };
    if let Some(frame) = frame {
        let mut out = Vec::new();
        let rendered = render(report, settings.format, style, &mut out)?;
        frame.push_answer(&out);
        return Ok(rendered);
    }
    let mut out = BufWriter::with_capacity(1 << 16, stdout);
    let rendered = render(report, settings.format, style, &mut out)?;
    out.flush()?;
    Ok(rendered)
}

/// Writes a file through a temporary one beside it, so that it is the old one or the new one, whole.
///
/// A link is followed and kept, the mode is kept, a read-only file is left alone. What isn't a regular file (a pipe, a
/// device) is written to directly.
pub fn write_file<T>(
    path: &Path,
    inputs: &[impl Borrow<Handle>],
    lang: Lang,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> anyhow::Result<T> {
    let (staged, done) = stage(path, inputs, lang, write)?;
    staged.commit(lang)?;
    Ok(done)
}

/// Writes several files that belong together: all of them stand beside their places before the first takes its place.
pub fn write_files(files: &[(PathBuf, Vec<u8>)], inputs: &[Handle], lang: Lang) -> anyhow::Result<()> {
    let staged: Vec<Staged> = files
        .iter()
        .map(|(path, bytes)| stage(path, inputs, lang, |out| out.write_all(bytes)).map(|(staged, ())| staged))
        .collect::<Result<_, _>>()?;
    staged.into_iter().try_for_each(|staged| staged.commit(lang))
}

/// Writes new files like [`write_files`]; none of them where one is there already.
pub fn write_new_files(files: &[(PathBuf, Vec<u8>)], lang: Lang) -> anyhow::Result<()> {
    for (path, _) in files {
        if fs::symlink_metadata(path).is_ok() {
            bail!(say!(lang, "error-exists", file = prose::visible(&path.to_string_lossy())));
        }
    }
    write_files(files, &[], lang)
}

/// A file that is written whole and waits to take its place; none where what it was for has been written to directly.
struct Staged(Option<(tempfile::NamedTempFile, PathBuf)>);

impl Staged {
    fn commit(self, lang: Lang) -> anyhow::Result<()> {
        let Some((file, target)) = self.0 else { return Ok(()) };
        file.persist(&target).map(drop).map_err(|error| not_written(&target, &error.error, lang))
    }
}

fn not_written(path: &Path, error: &io::Error, lang: Lang) -> anyhow::Error {
    let file = prose::visible(&path.to_string_lossy());
    anyhow!(say!(lang, "error-write", file = file, reason = files::reason(error, lang)))
}

fn stage<T>(
    path: &Path,
    inputs: &[impl Borrow<Handle>],
    lang: Lang,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> anyhow::Result<(Staged, T)> {
    let shown = || prose::visible(&path.to_string_lossy());
    let failed = |error: io::Error| not_written(path, &error, lang);
    let target = match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => {
            fs::canonicalize(path).map_err(|_| anyhow!(say!(lang, "error-dangling-link", file = shown())))?
        }
        _ => path.to_owned(),
    };
    let existing = fs::metadata(&target).ok();
    if let Some(existing) = &existing {
        if files::is_one_of(&target, inputs) {
            bail!(say!(lang, "error-output-is-input", file = shown()));
        }
        if existing.is_dir() {
            bail!(say!(lang, "error-write", file = shown(), reason = lang.text("reason-directory")));
        }
        if existing.permissions().readonly() {
            bail!(say!(lang, "error-write", file = shown(), reason = lang.text("reason-read-only")));
        }
        if !existing.is_file() {
            let mut file = fs::OpenOptions::new().write(true).open(&target).map_err(failed)?;
            let mut out = BufWriter::new(&mut file);
            let done = write(&mut out).and_then(|done| out.flush().map(|()| done));
            return done.map(|done| (Staged(None), done)).map_err(failed);
        }
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        let folder = prose::visible(&folder.to_string_lossy());
        bail!(say!(lang, "error-no-folder", folder = folder));
    }
    let written = || -> io::Result<(tempfile::NamedTempFile, T)> {
        let mut file = temporary(&folder, existing.as_ref())?;
        let done = {
            let mut out = BufWriter::with_capacity(1 << 16, file.as_file_mut());
            let done = write(&mut out)?;
            out.flush()?;
            done
        };
        file.as_file().sync_all()?;
        Ok((file, done))
    };
    let (file, done) = written().map_err(failed)?;
    Ok((Staged(Some((file, target))), done))
}

/// A new temporary file with the mode of the file that it will replace, else with the usual one.
fn temporary(folder: &Path, existing: Option<&fs::Metadata>) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tenbin-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(existing.map_or_else(|| fs::Permissions::from_mode(0o666), fs::Metadata::permissions));
    }
    #[cfg(not(unix))]
    let _ = existing;
    builder.tempfile_in(folder)
}

/// The width to keep to: `COLUMNS` where it is a number, else the terminal's; none where there is no terminal.
pub fn terminal_width() -> Option<usize> {
    let columns = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok()).filter(|width| *width > 0);
    columns.or_else(|| {
        let stdout = io::stdout();
        let size = terminal_size::terminal_size_of(&stdout)?;
        stdout.is_terminal().then_some(usize::from(size.0.0))
    })
}
