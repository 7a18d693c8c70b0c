//! The files that `init` writes: a backlog with examples, weights with comments, and a page on how to go on.

use crate::lang::Lang;
use crate::model::{Direction, Model, Node, NodeId, ROOT, Scale};
use crate::prose;
use crate::say;

/// A file to be written.
#[derive(Clone, Debug)]
pub struct StarterFile {
    /// Its name in the folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The starter files of a model: the backlog first.
pub fn starter(model: &Model, lang: Lang) -> Vec<StarterFile> {
    let name = |id: &str| lang.text(id);
    vec![
        StarterFile { name: name("init-backlog-name"), text: backlog(model, lang) },
        StarterFile { name: "weights.toml".to_owned(), text: weights(model, lang) },
        StarterFile { name: name("init-howto-name"), text: howto(model, lang) },
    ]
}

/// A CSV that Excel opens rightly: byte order mark and CRLF.
fn backlog(model: &Model, lang: Lang) -> String {
    let criteria: Vec<&Node> = model.rated().into_iter().map(|node| &model.nodes[node]).collect();
    let headings = criteria.iter().map(|node| node.label(lang));
    let head = ["ID".to_owned(), lang.text("column-title")];
    let mut text = format!("\u{FEFF}{},{}\r\n", head.join(","), headings.collect::<Vec<_>>().join(","));
    for (number, title) in lang.text("init-titles").split('|').enumerate() {
        let ratings = criteria.iter().map(|node| example(node, number));
        text.push_str(&format!("A-{},{title},{}\r\n", number + 1, ratings.collect::<Vec<_>>().join(",")));
    }
    text
}

fn weights(model: &Model, lang: Lang) -> String {
    let root = &model.nodes[ROOT];
    let nodes: Vec<&Node> = root.children.iter().map(|&child| &model.nodes[child]).collect();
    let multiplies = root.combine().is_some_and(|combine| combine.multiplies());
    let width = nodes.iter().map(|node| node.key.len()).max().unwrap_or(0);
    let line = |node: &&Node| format!("{:width$} = 1  # {}\n", node.key, node.label(lang));
    let lines: String = nodes.iter().map(line).collect();
    let first = nodes.first().map_or("", |node| node.key.as_str());
    let label = nodes.first().map_or("", |node| node.label(lang));
    let heading = say!(lang, "init-own-heading", name = label);
    let values = "# [values]\n# \"◎\" = 9\n# \"○\" = 6\n# \"△\" = 3\n";
    let rated = |&node: &NodeId| model.rated_on(node) == Scale::USUAL;
    let marks = if model.rated().iter().any(rated) {
        format!("\n{}\n{values}", lang.text("init-values"))
    } else {
        String::new()
    };
    format!(
        "{}\nmodel = \"{}\"\n\n[weights]\n{lines}\n{}\n# [scenarios.focus]\n# {first} = 2\n\n{}\n# [columns]\n# {first} = [\"{heading}\"]\n{marks}",
        lang.text(if multiplies { "init-weights-product" } else { "init-weights" }),
        model.key,
        lang.text("init-scenarios"),
        lang.text("init-columns"),
    )
}

fn howto(model: &Model, lang: Lang) -> String {
    let scales = model.rated().into_iter().map(|node| scale(model, node, lang));
    let key = model.nodes[ROOT].children.first().map_or("", |&child| model.nodes[child].key.as_str());
    let text = say!(
        lang,
        "init-howto",
        backlog = lang.text("init-backlog-name"),
        scales = prose::list(lang, scales),
        key = key
    );
    format!("{text}\n")
}

fn scale(model: &Model, node: NodeId, lang: Lang) -> String {
    let name = model.nodes[node].label(lang);
    let cost = !model.raises_score(node);
    match model.rated_on(node) {
        Scale::Bounded(low, high) => {
            let id = if cost { "init-scale-cost" } else { "init-scale-rating" };
            say!(lang, id, name = name, low = low.to_string(), high = high.to_string())
        }
        Scale::Quantity if cost => say!(lang, "init-scale-quantity-cost", name = name),
        Scale::Quantity => say!(lang, "init-scale-quantity", name = name),
    }
}

/// An example rating: the model's own where it has some, else one spread over the scale.
fn example(node: &Node, number: usize) -> String {
    /// Ratings that look like ratings, on 1 to 10.
    const USUAL: [&str; 5] = ["8", "9", "5", "6", "7"];
    let shift = node.key.len();
    match node.examples.get(number) {
        Some(example) => example.clone(),
        None if node.direction == Direction::Cost => USUAL[(number + shift + 2) % USUAL.len()].to_owned(),
        None => USUAL[(number + shift) % USUAL.len()].to_owned(),
    }
}
