//! A run of the program as a user sees it: files in a folder of its own, a command line, and everything that comes out.
//!
//! Standard output, standard error and the exit code are compared whole; what a case doesn't expect fails it. The
//! environment is empty, so the language is English, nothing is coloured and no terminal's width is kept to.
//!
//! After a change of wording `TENBIN_BLESS=1 cargo test --test cli` writes what comes out into the tests; read the diff.

use std::ffi::OsString;
use std::fs;
use std::io::{Read, Write};
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Longer than this no case may take: the program hangs.
const PATIENCE: Duration = Duration::from_secs(120);

/// Five items under the matrix: one leader, three that tie behind it, one last.
pub const BACKLOG: &str = "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,Download invoices in bulk,8,6,4,7
A-2,Faster search,9,7,6,4
A-3,Single sign-on,5,9,8,3
A-4,Mobile notifications,6,4,7,6
A-5,Line numbers in import errors,8,5,3,9
";

/// The same items in Japanese.
pub const BACKLOG_JA: &str = "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,請求書の一括ダウンロード,8,6,4,7
A-2,検索の速度改善,9,7,6,4
A-3,シングルサインオン,5,9,8,3
A-4,モバイル通知,6,4,7,6
A-5,取込みエラーの行番号表示,8,5,3,9
";

/// Ratings as teams give them: two blanks, two ranges, one of them of an item without a rank.
pub const BACKLOG_WITH_GAPS: &str = "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,Download invoices in bulk,8,6,4,7
A-2,Faster search,9,7,6,6〜9
A-3,Single sign-on,5,9,8,
A-4,Mobile notifications,6,,6-8,6
A-5,Line numbers in import errors,8,5,3,9
";

/// A target of the example in the method: 8, 6, 9 / 7, 4 / 5, 3.
pub const TARGETS: &str = "\
id,title,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost
T-1,Month-end rework in accounting,8,6,9,7,4,5,3
T-2,Renewals that nobody sees coming,5,8,8,8,2,2,2
";

/// One run of the program, and what is expected of it.
pub struct Case {
    folder: TempDir,
    here: PathBuf,
    program: OsString,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    stdin: Option<Vec<u8>>,
    stdout: Expected,
    stderr: Expected,
}

enum Expected {
    Exactly(Text),
    Parts(Vec<String>),
    Anything,
}

/// A whole text as the test has it, and where.
struct Text {
    literal: String,
    at: &'static Location<'static>,
}

impl Case {
    /// An empty folder with a `.git` in it, where the search for a weights file ends.
    #[track_caller]
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        fs::create_dir(folder.path().join(".git")).expect("a folder can be made in it");
        Self {
            here: PathBuf::new(),
            folder,
            program: env!("CARGO_BIN_EXE_tenbin").into(),
            arguments: Vec::new(),
            environment: Vec::new(),
            stdin: None,
            stdout: Expected::Exactly(Text::new("")),
            stderr: Expected::Exactly(Text::new("")),
        }
    }

    /// A shell's command line instead of the program's own: in it the program is `$T`.
    #[cfg(unix)]
    pub fn shell(script: &str) -> Self {
        let mut case = Self::new().env("T", env!("CARGO_BIN_EXE_tenbin")).env("PATH", "/usr/bin:/bin");
        case.program = "/bin/sh".into();
        case.args(["-c", script])
    }

    /// Puts a file into the folder, with the folders on its way.
    pub fn file(self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).expect("folders can be made in a temporary folder");
        }
        fs::write(path, content).expect("a file can be written in a temporary folder");
        self
    }

    /// Changes the folder in some other way: links, modes.
    pub fn prepare(self, change: impl FnOnce(&Path) -> std::io::Result<()>) -> Self {
        change(self.folder.path()).expect("the folder can be prepared");
        self
    }

    /// Runs the program in a folder below.
    pub fn within(mut self, folder: &str) -> Self {
        fs::create_dir_all(self.folder.path().join(folder)).expect("a folder can be made in a temporary folder");
        self.here = folder.into();
        self
    }

    pub fn args<A: Into<OsString>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// Sets a variable; `[folder]` in it is the path of the folder, as it is in all that comes out.
    pub fn env(mut self, name: impl Into<OsString>, value: &str) -> Self {
        let folder = self.folder.path().canonicalize().expect("a temporary folder has a path");
        let value = value.replace("[folder]", &folder.to_string_lossy());
        self.environment.push((name.into(), value.into()));
        self
    }

    /// What comes on standard input; nothing if this is not called.
    pub fn stdin(mut self, content: impl AsRef<[u8]>) -> Self {
        self.stdin = Some(content.as_ref().to_owned());
        self
    }

    /// The whole of standard output. A text that begins with a line end is taken without its indentation.
    #[track_caller]
    pub fn stdout(mut self, text: &str) -> Self {
        self.stdout = Expected::Exactly(Text::new(text));
        self
    }

    /// The whole of standard error, likewise.
    #[track_caller]
    pub fn stderr(mut self, text: &str) -> Self {
        self.stderr = Expected::Exactly(Text::new(text));
        self
    }

    /// Parts of standard output, where the whole is too long to read: help, scripts, the manual page.
    pub fn stdout_has<'a>(mut self, parts: impl IntoIterator<Item = &'a str>) -> Self {
        self.stdout = Expected::Parts(parts.into_iter().map(str::to_owned).collect());
        self
    }

    /// Parts of standard error.
    pub fn stderr_has<'a>(mut self, parts: impl IntoIterator<Item = &'a str>) -> Self {
        self.stderr = Expected::Parts(parts.into_iter().map(str::to_owned).collect());
        self
    }

    /// For cases that look at the outcome themselves.
    pub fn any_output(mut self) -> Self {
        self.stdout = Expected::Anything;
        self.stderr = Expected::Anything;
        self
    }

    /// Runs the program and compares.
    #[track_caller]
    pub fn exit(self, code: i32) -> Outcome {
        let outcome = self.run();
        let mut wrong = String::new();
        for (name, expected, got) in
            [("stdout", &self.stdout, &outcome.stdout), ("stderr", &self.stderr, &outcome.stderr)]
        {
            if let Some(difference) = expected.difference(got) {
                wrong.push_str(&format!("--- {name}, expected -, got + ---\n{difference}"));
            }
        }
        if outcome.status.code() != Some(code) {
            wrong.push_str(&format!("--- {}, expected exit code {code} ---\n", outcome.status));
        }
        if !wrong.is_empty() {
            let line: Vec<_> = self.arguments.iter().map(|argument| argument.to_string_lossy()).collect();
            panic!("tenbin {}\n{wrong}--- whole stderr ---\n{}", line.join(" "), outcome.err());
        }
        Outcome { folder: Some(self.folder), ..outcome }
    }

    /// Runs the program and compares nothing.
    pub fn run(&self) -> Outcome {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(self.folder.path().join(&self.here));
        command.env_clear().envs(self.environment.iter().cloned());
        // Windows starts nothing without it.
        command.envs(std::env::var_os("SystemRoot").map(|root| ("SystemRoot", root)));
        command.stdin(if self.stdin.is_some() { Stdio::piped() } else { Stdio::null() });
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let (mut stdout, mut stderr) = (child.stdout.take(), child.stderr.take());
        let given = child.stdin.take().zip(self.stdin.as_deref());
        let (status, stdout, stderr) = thread::scope(|scope| {
            // A program that doesn't read its input closes the pipe: no fault of the case.
            scope.spawn(|| given.map(|(mut pipe, content)| pipe.write_all(content)));
            let stdout = scope.spawn(|| read_all(stdout.as_mut()));
            let stderr = scope.spawn(|| read_all(stderr.as_mut()));
            let end = Instant::now() + PATIENCE;
            let status = loop {
                if let Some(status) = child.try_wait().expect("the program can be waited for") {
                    break status;
                }
                if Instant::now() > end {
                    child.kill().expect("the program can be ended");
                    panic!("tenbin {:?} takes more than {PATIENCE:?}", self.arguments);
                }
                thread::sleep(Duration::from_millis(2));
            };
            (status, stdout.join().unwrap_or_default(), stderr.join().unwrap_or_default())
        });
        let shown = |bytes: Vec<u8>| self.without_folder(bytes);
        Outcome { folder: None, status, stdout: shown(stdout), stderr: shown(stderr) }
    }

    /// Puts `[folder]` in the place of the temporary folder's path.
    fn without_folder(&self, bytes: Vec<u8>) -> Vec<u8> {
        let Ok(mut text) = String::from_utf8(bytes.clone()) else { return bytes };
        for path in [self.folder.path().canonicalize().unwrap_or_default(), self.folder.path().to_owned()] {
            text = text.replace(&*path.to_string_lossy(), "[folder]");
        }
        text.into_bytes()
    }
}

/// What a run left behind.
pub struct Outcome {
    folder: Option<TempDir>,
    pub status: ExitStatus,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

impl Outcome {
    pub fn out(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }

    pub fn err(&self) -> String {
        String::from_utf8_lossy(&self.stderr).into_owned()
    }

    /// A path in the folder of the run.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.as_ref().expect("the case has ended").path().join(name)
    }

    /// The bytes of a file in the folder.
    #[track_caller]
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Compares a file in the folder, whole; the text is taken as [`Case::stdout`] takes it.
    #[track_caller]
    pub fn left(self, name: &str, text: &str) -> Self {
        let expected = Expected::Exactly(Text::new(text));
        if let Some(difference) = expected.difference(&self.bytes(name)) {
            panic!("--- {name}, expected -, got + ---\n{difference}");
        }
        self
    }

    /// Compares the names of everything in the folder but `.git`, in order.
    #[track_caller]
    pub fn holds(self, names: &[&str]) -> Self {
        let entries = fs::read_dir(self.path("")).expect("the folder can be listed");
        let mut found: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        found.retain(|name| name != ".git");
        found.sort();
        assert_eq!(found, names);
        self
    }
}

impl Expected {
    /// What is wrong with the output, if something is.
    fn difference(&self, got: &[u8]) -> Option<String> {
        match self {
            Expected::Anything => None,
            Expected::Exactly(text) => {
                let (expected, got) = (text.expected(), String::from_utf8_lossy(got));
                let same = expected == got || std::env::var_os("TENBIN_BLESS").is_some() && text.bless(&got);
                (!same).then(|| difference(&expected, &got))
            }
            Expected::Parts(parts) => {
                let got = String::from_utf8_lossy(got);
                let missing: Vec<_> = parts.iter().filter(|part| !got.contains(part.as_str())).collect();
                (!missing.is_empty()).then(|| format!("- parts that are missing: {missing:#?}\n{got}"))
            }
        }
    }
}

impl Text {
    #[track_caller]
    fn new(literal: &str) -> Self {
        Self { literal: literal.to_owned(), at: Location::caller() }
    }

    fn expected(&self) -> String {
        unindented(&self.literal)
    }

    /// Writes what came out into the test; not where the text is no literal, or has what can't be read in one.
    fn bless(&self, got: &str) -> bool {
        static WRITING: Mutex<()> = Mutex::new(());
        let _one_at_a_time = WRITING.lock();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(self.at.file());
        let source = fs::read_to_string(&path).unwrap_or_default();
        match rewritten(&source, self.at.line() as usize, &self.literal, got) {
            Some(new) => fs::write(&path, new).is_ok(),
            None => false,
        }
    }
}

/// A source with the literal nearest to a line replaced by one of the new text.
fn rewritten(source: &str, line: usize, literal: &str, got: &str) -> Option<String> {
    if literal.is_empty() || got.chars().any(|character| character.is_control() && character != '\n') {
        return None;
    }
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let forms = [format!("r#\"{literal}\"#"), format!("\"{literal}\""), format!("\"{}\"", escaped(literal))];
    let line_of = |at: usize| source[..at].lines().count();
    let places = forms.iter().flat_map(|form| source.match_indices(form.as_str()));
    let (at, old) = places.min_by_key(|(at, _)| line_of(*at).abs_diff(line))?;
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let indent = &source[start..at][..source[start..at].len() - source[start..at].trim_start().len()];
    let new = if got.matches('\n').count() > 1 && got.ends_with('\n') {
        let set = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("{indent}    {line}\n") };
        let body: String = got.lines().map(set).collect();
        let (open, close) = if got.contains(['"', '\\']) { ("r#\"", "\"#") } else { ("\"", "\"") };
        format!("{open}\n{body}{indent}{close}")
    } else {
        format!("\"{}\"", escaped(got))
    };
    Some(format!("{}{new}{}", &source[..at], &source[at + old.len()..]))
}

/// The lines that differ, between those that don't.
fn difference(expected: &str, got: &str) -> String {
    let lines = |text: &str| -> Vec<String> { text.split_inclusive('\n').map(visible).collect() };
    let (expected, got) = (lines(expected), lines(got));
    let same = |pair: &(&String, &String)| pair.0 == pair.1;
    let before = expected.iter().zip(&got).take_while(same).count();
    let after = expected[before..].iter().rev().zip(got[before..].iter().rev()).take_while(same).count();
    let mut text = String::new();
    let mut push = |sign: &str, lines: &[String]| {
        lines.iter().for_each(|line| text.push_str(&format!("{sign} {line}\n")));
    };
    push(" ", &expected[..before]);
    push("-", &expected[before..expected.len() - after]);
    push("+", &got[before..got.len() - after]);
    push(" ", &expected[expected.len() - after..]);
    text
}

/// A line whose characters can all be seen; one without an end says so.
fn visible(line: &str) -> String {
    let shown: String = line
        .trim_end_matches('\n')
        .chars()
        .map(|character| match character {
            '\u{FEFF}' => "\\u{feff}".to_owned(),
            _ if character.is_control() => character.escape_default().to_string(),
            _ => character.to_string(),
        })
        .collect();
    if line.ends_with('\n') { shown } else { format!("{shown}⟨no line end⟩") }
}

/// A text that begins with a line end, without that end and without the indentation that all its lines share.
fn unindented(text: &str) -> String {
    let Some(body) = text.strip_prefix('\n') else { return text.to_owned() };
    let body = body.trim_end_matches(' ');
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let common = body.lines().filter(|line| !line.trim().is_empty()).map(depth).min().unwrap_or(0);
    body.split_inclusive('\n').map(|line| line.get(common..).unwrap_or("\n")).collect()
}

fn read_all(from: Option<&mut impl Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(from) = from {
        from.read_to_end(&mut bytes).expect("the program's output can be read");
    }
    bytes
}

#[test]
fn an_expected_text_loses_the_indentation_that_its_lines_share() {
    assert_eq!(unindented("\n      a\n        b\n\n      c\n    "), "a\n  b\n\nc\n");
    assert_eq!(unindented("a\n  b\n"), "a\n  b\n");
    assert_eq!(unindented(""), "");
}

#[test]
fn a_difference_shows_the_lines_around_it_and_what_cannot_be_seen() {
    assert_eq!(difference("a\nb\nc\n", "a\nx\r\nc\n"), "  a\n- b\n+ x\\r\n  c\n");
    assert_eq!(difference("a\n", "a"), "- a\n+ a⟨no line end⟩\n");
}

#[test]
fn a_text_that_differs_is_written_into_the_test_nearest_to_its_line() {
    let source = "a(\"x\\n\");\n    b(\n        \"x\\n\",\n    );\n    c(\"\n        y\n    \");\n";
    let new = rewritten(source, 3, "x\n", "x \"1\"\n").expect("the literal is there");
    assert_eq!(new, source.replace("        \"x\\n\"", "        \"x \\\"1\\\"\\n\""));
    let new = rewritten(source, 5, "\n        y\n    ", "1\n\n\"2\"\n").expect("the literal is there");
    assert!(new.ends_with("    c(r#\"\n        1\n\n        \"2\"\n    \"#);\n"), "{new}");
    assert_eq!(rewritten(source, 1, "z\n", "x\n"), None);
}
