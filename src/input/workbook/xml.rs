//! A part of a workbook as XML, strictly: well-formed to its end, without a document type, without entities of its own.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesEnd, BytesStart, Event};

use super::fault::Fault;
use super::package::{Over, Package, Part};

/// The most elements that stand within one another: a spreadsheet program needs a dozen.
const DEPTH: usize = 256;

/// A part that is read tag by tag.
pub(super) struct Xml<'p> {
    reader: Reader<Part<'p>>,
    buffer: Vec<u8>,
    depth: usize,
    has_root: bool,
    part: String,
}

/// What comes next. An empty element opens and closes.
pub(super) enum Node<'e> {
    Open(BytesStart<'e>),
    Close(BytesEnd<'e>),
    Text(Cow<'e, str>),
    /// Something that says nothing.
    Nothing,
    /// The end of the part.
    End,
}

impl<'p> Xml<'p> {
    pub(super) fn open(package: &'p Package<'_>, part: &str) -> Result<Self, Fault> {
        let mut reader = Reader::from_reader(package.part(part)?);
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, buffer: Vec::new(), depth: 0, has_root: false, part: part.to_owned() })
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    pub(super) fn next(&mut self) -> Result<Node<'_>, Fault> {
        self.reader.get_mut().begin_token();
        self.buffer.clear();
        let not_xml = || Fault::NotXml(self.part.clone());
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(error) => return Err(fault(&error, &self.part)),
        };
        Ok(match event {
            Event::Start(start) => {
                if self.depth == 0 && self.has_root {
                    return Err(not_xml());
                }
                if self.depth >= DEPTH {
                    return Err(Fault::TooLarge("depth", "256"));
                }
                (self.depth, self.has_root) = (self.depth + 1, true);
                Node::Open(start)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Node::Close(end)
            }
            Event::Text(text) => Node::Text(text.xml10_content()),
            Event::CData(text) => Node::Text(text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = match (reference.resolve_char_ref(), &*reference) {
                    (Ok(Some(character)), _) if is_legal(character) => character,
                    (Ok(None), "amp") => '&',
                    (Ok(None), "lt") => '<',
                    (Ok(None), "gt") => '>',
                    (Ok(None), "quot") => '"',
                    (Ok(None), "apos") => '\'',
                    (Ok(None), _) => return Err(Fault::Entities(self.part.clone())),
                    _ => return Err(not_xml()),
                };
                Node::Text(Cow::Owned(character.to_string()))
            }
            Event::DocType(_) => return Err(Fault::Entities(self.part.clone())),
            Event::Eof if self.depth > 0 || !self.has_root => return Err(not_xml()),
            Event::Eof => Node::End,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Node::Nothing,
        })
    }

    /// Passes over the element that has just been opened.
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        let depth = self.depth;
        while self.depth >= depth {
            if matches!(self.next()?, Node::End) {
                break;
            }
        }
        Ok(())
    }
}

/// Which characters XML 1.0 allows.
pub(super) fn is_legal(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

fn fault(error: &quick_xml::Error, part: &str) -> Fault {
    match error {
        quick_xml::Error::Io(error) => match error.get_ref().and_then(|inner| inner.downcast_ref::<Over>()) {
            Some(over) => over.fault(),
            None => Fault::Damaged(part.to_owned()),
        },
        _ => Fault::NotXml(part.to_owned()),
    }
}

/// The attributes of an element that are asked for: by their names without a prefix, or with the one that everybody uses.
pub(super) fn attributes<'e, const N: usize>(
    element: &'e BytesStart<'_>,
    names: [&str; N],
    part: &str,
) -> Result<[Option<Cow<'e, str>>; N], Fault> {
    let mut values = [const { None }; N];
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| Fault::NotXml(part.to_owned()))?;
        let (whole, local) = (attribute.key.into_inner(), attribute.key.local_name().into_inner());
        let Some(place) = names.iter().position(|name| *name == local || *name == whole) else { continue };
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        values[place] = Some(value.map_err(|_| Fault::Entities(part.to_owned()))?);
    }
    Ok(values)
}
