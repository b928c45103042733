//! What a target measures, and which fields a unit fills in for it.

use crate::decimal::Decimal;
use crate::figures::FigureKind;
use crate::text::Text;

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(tag = "kind", rename_all = "snake_case")
)]
pub enum Measure {
    /// Percent = 100 × done ÷ (total − excluded).
    Ratio {
        /// What is counted.
        #[cfg_attr(feature = "schema", schemars(with = "Option<RatioUnit>"))]
        unit: RatioUnit,
        /// Name of the part.
        done: Text,
        /// Name of the whole.
        total: Text,
        /// Name of what leaves the whole; blank counts as 0.
        excluded: Option<Text>,
        /// What one counted thing is called ("kết quả"), for sentences such as "còn 58 kết quả".
        noun: Option<Text>,
        /// A name shared by the targets whose totals mean the same list.
        #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Id>"))]
        same_total: Option<String>,
        /// Whether more can be done than the whole, such as 42 of 40.
        #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
        may_exceed: bool,
    },
    /// A percentage, 0 to 100.
    Percent {
        /// Name of the value.
        #[cfg_attr(feature = "schema", schemars(rename = "value"))]
        label: Option<Text>,
    },
    /// A whole number of things.
    Count {
        /// Name of the value.
        #[cfg_attr(feature = "schema", schemars(rename = "value"))]
        label: Option<Text>,
        /// What one counted thing is called.
        noun: Option<Text>,
    },
    /// A rank, from 1.
    Rank {
        /// Name of the value.
        #[cfg_attr(feature = "schema", schemars(rename = "value"))]
        label: Option<Text>,
    },
    /// Done or not.
    YesNo {
        /// The question.
        #[cfg_attr(feature = "schema", schemars(rename = "value"))]
        label: Option<Text>,
    },
    /// Several acts, each done or not.
    Checklist {
        /// The acts.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        items: Vec<Item>,
    },
    /// One of several cases.
    Choice {
        /// The cases.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        options: Vec<ChoiceOption>,
    },
    /// Points set by others, such as a survey; pending until entered.
    Given {
        /// Who sets them.
        #[cfg_attr(feature = "schema", schemars(rename = "value"))]
        label: Option<Text>,
    },
}

/// What a ratio counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum RatioUnit {
    /// Things.
    Count,
    /// Money.
    Money,
}

/// An act of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Item {
    /// Its id, the field's name.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Id"))]
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A case of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChoiceOption {
    /// Its id, the field's value.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Id"))]
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The share of the maximum that it earns, in percent.
    pub share: Decimal,
}

/// A field that a unit fills in for a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a> {
    /// Its key in an answer's figures: "done".
    pub name: &'a str,
    /// Its label, where the set gives one.
    pub label: Option<&'a Text>,
    /// How it is filled in.
    pub input: Input<'a>,
    /// Whether it may stay blank.
    pub optional: bool,
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input<'a> {
    /// A typed figure.
    Figure(FigureKind),
    /// `yes` or `no`.
    YesNo,
    /// The id of a case.
    Option(&'a [ChoiceOption]),
}

impl Measure {
    /// The fields of the measure, in order.
    pub fn fields(&self) -> Vec<Field<'_>> {
        let value = |label, input| vec![Field { name: "value", label, input, optional: false }];
        match self {
            Self::Ratio { unit, done, total, excluded, .. } => {
                let input = Input::Figure(match unit {
                    RatioUnit::Count => FigureKind::Count,
                    RatioUnit::Money => FigureKind::Money,
                });
                let field = |name, label, optional| Field { name, label: Some(label), input, optional };
                let mut fields = vec![field("done", done, false), field("total", total, false)];
                fields.extend(excluded.as_ref().map(|excluded| field("excluded", excluded, true)));
                fields
            }
            Self::Percent { label } => value(label.as_ref(), Input::Figure(FigureKind::Percent)),
            Self::Count { label, .. } => value(label.as_ref(), Input::Figure(FigureKind::Count)),
            Self::Rank { label } => value(label.as_ref(), Input::Figure(FigureKind::Rank)),
            Self::Given { label } => value(label.as_ref(), Input::Figure(FigureKind::Points)),
            Self::YesNo { label } => value(label.as_ref(), Input::YesNo),
            Self::Choice { options } => value(None, Input::Option(options)),
            Self::Checklist { items } => items
                .iter()
                .map(|item| Field {
                    name: &item.id,
                    label: Some(&item.name),
                    input: Input::YesNo,
                    optional: false,
                })
                .collect(),
        }
    }

    /// What one counted thing is called, where the set says it.
    pub const fn noun(&self) -> Option<&Text> {
        match self {
            Self::Ratio { noun, .. } | Self::Count { noun, .. } => noun.as_ref(),
            Self::Percent { .. }
            | Self::Rank { .. }
            | Self::YesNo { .. }
            | Self::Checklist { .. }
            | Self::Choice { .. }
            | Self::Given { .. } => None,
        }
    }

    /// The name shared by the targets whose totals mean the same list.
    pub fn same_total(&self) -> Option<&str> {
        if let Self::Ratio { same_total, .. } = self { same_total.as_deref() } else { None }
    }

    /// Whether it is a ratio of which more can be done than the whole.
    pub const fn may_exceed(&self) -> bool {
        matches!(self, Self::Ratio { may_exceed: true, .. })
    }

    /// Whether its value is a percentage of something.
    pub const fn is_percentage(&self) -> bool {
        matches!(self, Self::Ratio { .. } | Self::Percent { .. })
    }
}
