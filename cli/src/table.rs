//! Aligned columns: no borders, nothing cut off, the same bytes for the same rows.

use std::fmt::Write as _;

/// What a cell's colour says.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Tone {
    /// Nothing.
    #[default]
    Plain,
    /// As it should be.
    Good,
    /// Nobody can tell, or in part.
    Doubtful,
    /// Wrong.
    Bad,
}

impl Tone {
    fn style(self) -> anstyle::Style {
        let color = match self {
            Tone::Plain => return anstyle::Style::new(),
            Tone::Good => anstyle::AnsiColor::Green,
            Tone::Doubtful => anstyle::AnsiColor::Yellow,
            Tone::Bad => anstyle::AnsiColor::Red,
        };
        color.on_default()
    }
}

/// A text with a tone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The text; `-` is printed for an empty one, so that columns can be counted.
    pub text: String,
    /// Its colour.
    pub tone: Tone,
    /// What it is ordered by, where the text is no measure: an age in seconds.
    pub rank: Option<f64>,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Cell {
            text: text.into(),
            ..Cell::default()
        }
    }
}

impl Cell {
    /// A text with a tone.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Cell {
            text: text.into(),
            tone,
            rank: None,
        }
    }

    /// A text with what it is ordered by.
    pub fn ranked(text: impl Into<String>, rank: f64) -> Self {
        Cell {
            text: text.into(),
            rank: Some(rank),
            ..Cell::default()
        }
    }

    fn shown(&self) -> &str {
        if self.text.is_empty() {
            "-"
        } else {
            &self.text
        }
    }
}

/// The widths of columns, which only grow: rows that come later line up with earlier ones.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    widths: Vec<usize>,
}

impl Layout {
    /// The rows as lines, under `headers` unless those are left out.
    pub fn render(&mut self, headers: Option<&[&str]>, rows: &[Vec<Cell>]) -> String {
        let heading: Option<Vec<Cell>> =
            headers.map(|names| names.iter().map(|name| Cell::from(*name)).collect());
        for row in heading.iter().chain(rows) {
            self.fit(row);
        }
        let mut text = String::new();
        for row in heading.iter().chain(rows) {
            self.line(&mut text, row);
        }
        text
    }

    fn fit(&mut self, row: &[Cell]) {
        self.widths.resize(self.widths.len().max(row.len()), 0);
        for (width, cell) in self.widths.iter_mut().zip(row) {
            *width = (*width).max(cell.shown().chars().count());
        }
    }

    fn line(&self, text: &mut String, row: &[Cell]) {
        for (index, (cell, width)) in row.iter().zip(&self.widths).enumerate() {
            let style = cell.tone.style();
            let shown = cell.shown();
            // Writing to a String can't fail.
            let _ = write!(text, "{style}{shown}{style:#}");
            if index + 1 < row.len() {
                let gap = width - shown.chars().count() + 3;
                text.extend(std::iter::repeat_n(' ', gap));
            }
        }
        text.push('\n');
    }
}

/// Comma-separated values by RFC 4180: CRLF line ends, quotes where they are needed. Empty cells stay
/// empty: programs count commas.
pub fn csv(headers: Option<&[&str]>, rows: &[Vec<Cell>]) -> String {
    let mut text = String::new();
    if let Some(headers) = headers {
        csv_line(&mut text, headers.iter().copied());
    }
    for row in rows {
        csv_line(&mut text, row.iter().map(|cell| cell.text.as_str()));
    }
    text
}

fn csv_line<'a>(text: &mut String, fields: impl Iterator<Item = &'a str>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            text.push(',');
        }
        if field.contains([',', '"', '\n', '\r']) {
            let quoted = field.replace('"', "\"\"");
            let _ = write!(text, "\"{quoted}\"");
        } else {
            text.push_str(field);
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<Cell> {
        cells.iter().map(|cell| Cell::from(*cell)).collect()
    }

    #[test]
    fn columns_line_up_and_no_line_ends_in_blanks() {
        let text = Layout::default().render(
            Some(&["NAME", "ADDRESS", "AGE"]),
            &[
                row(&["web", "198.51.100.7", "5m"]),
                row(&["a-long-name", "", "2d"]),
            ],
        );
        insta::assert_snapshot!(text, @r"
        NAME          ADDRESS        AGE
        web           198.51.100.7   5m
        a-long-name   -              2d
        ");
        assert!(text.lines().all(|line| line == line.trim_end()));
    }

    #[test]
    fn csv_quotes_what_would_be_read_as_something_else() {
        let text = csv(
            Some(&["NAME", "WORDS"]),
            &[row(&["web", "a,b"]), row(&["", "say \"x\"\nnow"])],
        );
        assert_eq!(
            text,
            "NAME,WORDS\r\nweb,\"a,b\"\r\n,\"say \"\"x\"\"\nnow\"\r\n"
        );
    }

    #[test]
    fn colour_does_not_move_columns() {
        let mut cells = row(&["x", "True", "5m"]);
        cells[1].tone = Tone::Good;
        let text = Layout::default().render(None, &[cells, row(&["y", "False", "5m"])]);
        assert!(text.contains("\u{1b}[32mTrue"), "{text:?}");
        let plain = anstream::adapter::strip_str(&text).to_string();
        assert_eq!(plain, "x   True    5m\ny   False   5m\n");
    }

    #[test]
    fn a_row_that_comes_later_lines_up_with_the_earlier_ones() {
        let mut layout = Layout::default();
        layout.render(None, &[row(&["a-long-name", "1"])]);
        assert_eq!(
            layout.render(None, &[row(&["b", "2"])]),
            "b             2\n"
        );
    }
}
