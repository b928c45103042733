//! What a chart is made of: filled or drawn paths and texts, each of a kind of ink, in whole units of its view.
//!
//! A scene is drawn on the page ([`crate::document::view::chart`]) and written as a file ([`crate::ui::charts::file::file`]) from the same shapes.

/// A chart's shapes, from back to front.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scene {
    /// Width of the view.
    pub width: i32,
    /// Height of the view.
    pub height: i32,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A path, as in SVG's `d`.
    Path(Ink, String),
    /// A line of text.
    Text {
        /// Its ink.
        ink: Ink,
        /// Where it is anchored.
        x: i32,
        /// Its base line.
        y: i32,
        /// Which part of it is anchored.
        anchor: Anchor,
        /// What it says.
        text: String,
    },
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// What a shape stands for. Colours come from it, and so do width of lines and dashes: no two kinds differ by colour
/// alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The whole that a bar is part of.
    Track,
    /// A line to measure by.
    Grid,
    /// Earned.
    Earned,
    /// Still possible.
    Possible,
    /// The area of what is earned, through which lines are seen.
    Area,
    /// A goal.
    Goal,
    /// The unit's own value.
    Value,
    /// Last year's.
    Last,
    /// The band that holds.
    Here,
    /// A word.
    Label,
    /// A word that matters.
    Strong,
    /// A word in a second voice.
    Quiet,
    /// What a goal is, in words.
    GoalLabel,
}

impl Ink {
    /// Its class in the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Track => "ink ink--track",
            Self::Grid => "ink ink--grid",
            Self::Earned => "ink ink--earned",
            Self::Possible => "ink ink--possible",
            Self::Area => "ink ink--area",
            Self::Goal => "ink ink--goal",
            Self::Value => "ink ink--value",
            Self::Last => "ink ink--last",
            Self::Here => "ink ink--here",
            Self::Label => "ink ink--label",
            Self::Strong => "ink ink--label ink--strong",
            Self::Quiet => "ink ink--quiet",
            Self::GoalLabel => "ink ink--goal-label",
        }
    }

    /// Its look in a file of its own: on white, in colours that stay apart when printed grey.
    pub const fn look(self) -> &'static str {
        match self {
            Self::Track => "fill=\"#e8ecf0\" stroke=\"#74828f\"",
            Self::Grid => "fill=\"none\" stroke=\"#c3ccd4\"",
            Self::Earned => "fill=\"#0b5394\"",
            Self::Possible => {
                "fill=\"none\" stroke=\"#0b5394\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\""
            }
            Self::Area => {
                "fill=\"#0b5394\" fill-opacity=\"0.18\" stroke=\"#0b5394\" stroke-width=\"2.5\" stroke-linejoin=\"round\""
            }
            Self::Goal => "fill=\"none\" stroke=\"#7a4700\" stroke-width=\"2\" stroke-dasharray=\"7 3\"",
            Self::Value => "fill=\"#0b5394\" stroke=\"#ffffff\" stroke-width=\"1.5\"",
            Self::Last => "fill=\"#ffffff\" stroke=\"#485664\" stroke-width=\"2\"",
            Self::Here => "fill=\"#8fb4d6\" stroke=\"#74828f\"",
            Self::Label => "fill=\"#16202b\"",
            Self::Strong => "fill=\"#16202b\" font-weight=\"bold\"",
            Self::Quiet => "fill=\"#485664\"",
            Self::GoalLabel => "fill=\"#7a4700\"",
        }
    }
}

/// A place in a view.
pub type Point = (i32, i32);

impl Scene {
    /// An empty scene.
    pub const fn new(width: i32, height: i32) -> Self {
        Self { width, height, shapes: Vec::new() }
    }

    /// A rectangle.
    pub fn rectangle(&mut self, ink: Ink, (x, y): Point, width: i32, height: i32) {
        let right = x + width;
        let corners = [(x, y), (right, y), (right, y + height), (x, y + height)];
        self.polygon(ink, &corners);
    }

    /// A closed line through points.
    pub fn polygon(&mut self, ink: Ink, points: &[Point]) {
        let d = line_through(points) + "z";
        self.shapes.push(Shape::Path(ink, d));
    }

    /// A line through points.
    pub fn line(&mut self, ink: Ink, points: &[Point]) {
        self.shapes.push(Shape::Path(ink, line_through(points)));
    }

    /// A round mark.
    pub fn dot(&mut self, ink: Ink, (x, y): Point, radius: i32) {
        let radius_text = radius.to_string();
        let half =
            |by: i32| ["a", &radius_text, " ", &radius_text, " 0 1 0 ", &by.to_string(), " 0"].concat();
        let d = [line_through(&[(x - radius, y)]), half(2 * radius), half(-2 * radius), "z".to_owned()];
        self.shapes.push(Shape::Path(ink, d.concat()));
    }

    /// A mark on its corner.
    pub fn diamond(&mut self, ink: Ink, (x, y): Point, radius: i32) {
        self.polygon(ink, &[(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)]);
    }

    /// A line of text.
    pub fn text(&mut self, ink: Ink, (x, y): Point, anchor: Anchor, text: impl Into<String>) {
        self.shapes.push(Shape::Text { ink, x, y, anchor, text: text.into() });
    }

    /// The lines of text of a scene.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            Shape::Path(..) => None,
        })
    }
}

fn line_through(points: &[Point]) -> String {
    let mut d = String::new();
    for (x, y) in points {
        d += if d.is_empty() { "M" } else { "L" };
        d += &x.to_string();
        d.push(' ');
        d += &y.to_string();
    }
    d
}
