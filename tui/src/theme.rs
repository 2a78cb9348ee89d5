//! Signs and colours. Health is told by its sign; colour (16 ANSI ones on the terminal's own
//! background) only helps.

use epic_api::topology::Health;
use ratatui::style::{Color, Modifier, Style};

/// How to draw.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Theme {
    pub(crate) ascii: bool,
    pub(crate) color: bool,
}

impl Theme {
    pub(crate) fn glyph(self, health: Health) -> &'static str {
        match (health, self.ascii) {
            (Health::Healthy, false) => "●",
            (Health::Degraded, false) => "◐",
            (Health::Down, false) => "✖",
            (Health::Unknown, false) => "○",
            (Health::Healthy, true) => "*",
            (Health::Degraded, true) => "+",
            (Health::Down, true) => "x",
            (Health::Unknown, true) => ".",
        }
    }

    pub(crate) fn health(self, health: Health) -> Style {
        match health {
            Health::Healthy => self.fg(Color::Green),
            Health::Degraded => self.fg(Color::Yellow),
            Health::Down => self.fg(Color::Red).add_modifier(Modifier::BOLD),
            Health::Unknown => self.dim(),
        }
    }

    pub(crate) fn fg(self, color: Color) -> Style {
        if self.color {
            Style::new().fg(color)
        } else {
            Style::new()
        }
    }

    pub(crate) fn accent(self) -> Style {
        self.fg(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    pub(crate) fn dim(self) -> Style {
        if self.color {
            Style::new().fg(Color::DarkGray)
        } else {
            Style::new().add_modifier(Modifier::DIM)
        }
    }

    pub(crate) fn heading(self) -> Style {
        self.dim().add_modifier(Modifier::BOLD)
    }

    pub(crate) fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    pub(crate) fn dot(self) -> &'static str {
        if self.ascii { "|" } else { "·" }
    }

    pub(crate) fn arrow(self) -> &'static str {
        if self.ascii { ">" } else { "▸" }
    }

    /// `text` in at most `width` cells.
    pub(crate) fn cut(self, text: &str, width: usize) -> String {
        if text.chars().count() <= width {
            return text.to_owned();
        }
        let mut cut: String = text.chars().take(width.saturating_sub(1)).collect();
        if width > 0 {
            cut.push(if self.ascii { '~' } else { '…' });
        }
        cut
    }

    /// A line of bars, one per value, scaled to the highest.
    pub(crate) fn spark(self, values: impl Iterator<Item = f64>, width: usize) -> String {
        const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
        const ASCII: [char; 8] = ['_', '_', '.', '.', '-', '-', '=', '#'];
        let values: Vec<f64> = values.collect();
        let top = values.iter().copied().fold(0.0, f64::max);
        let bars = if self.ascii { ASCII } else { BARS };
        let line: String = values
            .iter()
            .map(|value| {
                let share = if top > 0.0 { value / top } else { 0.0 };
                // Saturates: what is not a number becomes 0.
                bars[((share * 7.0).round() as usize).min(7)]
            })
            .collect();
        format!("{line:>width$}")
    }
}

/// `950`, `1.9k`, `0.4`; a dash where nobody measures.
pub(crate) fn rate(value: Option<f64>) -> String {
    match value {
        None => "-".to_owned(),
        Some(v) if v >= 999_950.0 => format!("{:.1}M", v / 1e6),
        Some(v) if v >= 999.5 => format!("{:.1}k", v / 1e3),
        Some(v) if v > 0.0 && v < 9.95 => format!("{v:.1}"),
        Some(v) => format!("{v:.0}"),
    }
}

/// `0.5%`; a dash where nothing goes through.
pub(crate) fn share(part: f64, whole: f64) -> String {
    if whole > 0.0 {
        format!("{:.1}%", 100.0 * part / whole)
    } else {
        "-".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_take_at_most_six_cells() {
        let text = |v| rate(Some(v));
        assert_eq!(
            [
                text(0.0),
                text(0.42),
                text(12.0),
                text(999.4),
                text(1900.0),
                text(2.5e6)
            ],
            ["0", "0.4", "12", "999", "1.9k", "2.5M"]
        );
        assert_eq!(rate(None), "-");
    }
}
