//! The models that come with tenbin: a name and a TOML text each, embedded in the binary.

use strum::{EnumIter, EnumString, IntoStaticStr, VariantNames};

/// A model of the house. Adding one adds a file in `models/` and a line here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum BuiltIn {
    /// The evaluation matrix: weighted mean of four criteria.
    #[default]
    Matrix,
    /// Target selection by ratings: impact × contribution × cost.
    Target,
    /// Target selection by quantities: expected benefit per unit of cost.
    Roi,
    /// Reach × impact × confidence ÷ effort.
    Rice,
    /// Impact × confidence × ease.
    Ice,
    /// Cost of delay ÷ job size.
    Wsjf,
    /// Triage of actions: effect on churn and ease of starting.
    Actions,
}

impl BuiltIn {
    /// The model's name, as `--model` takes it.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The model's text, in the form of a weights file.
    pub fn text(self) -> &'static str {
        match self {
            BuiltIn::Matrix => include_str!("../../models/matrix.toml"),
            BuiltIn::Target => include_str!("../../models/target.toml"),
            BuiltIn::Roi => include_str!("../../models/roi.toml"),
            BuiltIn::Rice => include_str!("../../models/rice.toml"),
            BuiltIn::Ice => include_str!("../../models/ice.toml"),
            BuiltIn::Wsjf => include_str!("../../models/wsjf.toml"),
            BuiltIn::Actions => include_str!("../../models/actions.toml"),
        }
    }
}
