//! The teams of a workshop: who leads the discussion of which criterion.

use super::{Labels, Model, NodeId};
use crate::lang::Lang;

/// A team, and the criteria that it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// What it is called; one name for all languages where somebody gave it only one.
    pub labels: Labels,
    /// The criteria or factors that it leads, in the order of the model.
    pub leads: Vec<NodeId>,
}

impl Team {
    /// A team that somebody has named.
    pub fn named(name: &str, leads: Vec<NodeId>) -> Self {
        Self { labels: Labels { en: Some(name.to_owned()), ja: Some(name.to_owned()) }, leads }
    }

    /// The name for people.
    pub fn name(&self, lang: Lang) -> &str {
        self.labels.get(lang).or_else(|| self.labels.iter().next()).unwrap_or_default()
    }
}

impl Model {
    /// The teams that the model itself names, in the order of what they lead.
    pub fn teams(&self) -> Vec<Team> {
        let mut teams: Vec<Team> = Vec::new();
        for (id, node) in self.nodes.iter().enumerate().filter(|(_, node)| node.lead != Labels::default()) {
            match teams.iter_mut().find(|team| team.labels == node.lead) {
                Some(team) => team.leads.push(id),
                None => teams.push(Team { labels: node.lead.clone(), leads: vec![id] }),
            }
        }
        teams
    }

    /// The place among some teams of the one that leads a node: it, or the nearest factor above it. The first that
    /// says so, where several do.
    pub fn leader(&self, teams: &[Team], node: NodeId) -> Option<usize> {
        let above = std::iter::successors(Some(node), |&node| self.nodes[node].parent);
        above.into_iter().find_map(|node| teams.iter().position(|team| team.leads.contains(&node)))
    }
}
