//! Which columns of a table are shown, and in which order its rows stand.

use std::cmp::Ordering;
use std::str::FromStr;

use clap::Args;
use epic_api::RawObject;
use serde_json_path::JsonPath;

use crate::expression;
use crate::failure::{Failure, Outcome};
use crate::table::Cell;

/// Flags of everything that prints a table.
#[derive(Args, Clone, Debug, Default)]
pub struct TableArgs {
    /// Without the line of headings
    #[arg(long)]
    pub no_headers: bool,
    /// Only these columns, in this order: headings, or HEADING:JSONPATH; alone: list them
    #[arg(
        long,
        value_name = "COLUMN,…",
        num_args = 0..=1,
        default_missing_value = ""
    )]
    pub columns: Option<Columns>,
    /// Order by a column's heading or a JSONPath; `-HEADING` from the largest
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    pub sort_by: Option<SortBy>,
}

/// Columns by name or by path; none stands for the question which there are.
#[derive(Clone, Debug, Default)]
pub struct Columns(Vec<Column>);

#[derive(Clone, Debug)]
struct Column {
    heading: String,
    path: Option<JsonPath>,
}

/// What rows are ordered by.
#[derive(Clone, Debug)]
pub struct SortBy {
    column: Column,
    descending: bool,
}

/// Rows under headings.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The headings.
    pub headers: Vec<String>,
    /// As many cells as headings.
    pub cells: Vec<Vec<Cell>>,
}

impl Rows {
    /// Rows under these headings.
    pub fn new(headers: &[&str], cells: Vec<Vec<Cell>>) -> Rows {
        Rows {
            headers: headers.iter().map(|name| (*name).to_owned()).collect(),
            cells,
        }
    }
}

impl TableArgs {
    /// Whether columns beyond the usual may be asked for.
    pub fn needs_all(&self) -> bool {
        self.columns.is_some() || self.sort_by.is_some()
    }

    /// Whether only the names of the columns are asked for.
    pub fn asks_for_names(&self) -> bool {
        self.columns
            .as_ref()
            .is_some_and(|columns| columns.0.is_empty())
    }

    /// The rows in the order and with the columns asked for. `objects` are what the rows are of, for
    /// paths; `shown` is how many columns there are when none are asked for.
    ///
    /// # Errors
    /// There is no such column.
    pub fn apply(&self, rows: Rows, objects: &[RawObject], shown: usize) -> Outcome<Rows> {
        let values: Vec<serde_json::Value> = if self.has_paths() {
            objects
                .iter()
                .map(|object| serde_json::to_value(object).unwrap_or_default())
                .collect()
        } else {
            Vec::new()
        };
        let table = Table { rows, values };
        let order = match &self.sort_by {
            Some(sort) => table.order(sort)?,
            None => (0..table.rows.cells.len()).collect(),
        };
        let columns = match &self.columns {
            Some(Columns(columns)) if !columns.is_empty() => columns
                .iter()
                .map(|column| table.column(column))
                .collect::<Outcome<Vec<_>>>()?,
            _ => (0..shown.min(table.rows.headers.len()))
                .map(|index| table.at(index))
                .collect(),
        };
        Ok(Rows {
            headers: columns.iter().map(|(heading, _)| heading.clone()).collect(),
            cells: order
                .into_iter()
                .map(|row| {
                    columns
                        .iter()
                        .map(|(_, cells)| cells[row].clone())
                        .collect()
                })
                .collect(),
        })
    }

    fn has_paths(&self) -> bool {
        let columns = self.columns.iter().flat_map(|columns| &columns.0);
        let sort = self.sort_by.iter().map(|sort| &sort.column);
        columns.chain(sort).any(|column| column.path.is_some())
    }
}

struct Table {
    rows: Rows,
    values: Vec<serde_json::Value>,
}

impl Table {
    fn column(&self, column: &Column) -> Outcome<(String, Vec<Cell>)> {
        let Some(path) = &column.path else {
            return self.position(&column.heading).map(|index| self.at(index));
        };
        if self.values.len() != self.rows.cells.len() {
            return Err(Failure::usage(format!(
                "`{}` is a path, and this table is not of objects",
                column.heading
            ))
            .hint(format!("its columns are {}", self.names())));
        }
        let cells = self.values.iter().map(|value| {
            let found: Vec<String> = path
                .query(value)
                .into_iter()
                .map(expression::plain)
                .collect();
            Cell::from(found.join(","))
        });
        Ok((column.heading.to_uppercase(), cells.collect()))
    }

    fn at(&self, index: usize) -> (String, Vec<Cell>) {
        let cells = self.rows.cells.iter().map(|row| row[index].clone());
        (self.rows.headers[index].clone(), cells.collect())
    }

    fn position(&self, heading: &str) -> Outcome<usize> {
        let same = |known: &String| known.eq_ignore_ascii_case(heading);
        self.rows.headers.iter().position(same).ok_or_else(|| {
            Failure::usage(format!("there is no column `{heading}`")).hint(format!(
                "the columns are {}; or write `{heading}:$.metadata.name`",
                self.names()
            ))
        })
    }

    fn names(&self) -> String {
        self.rows.headers.join(", ").to_lowercase()
    }

    fn order(&self, sort: &SortBy) -> Outcome<Vec<usize>> {
        let (_, cells) = self.column(&sort.column)?;
        let mut order: Vec<usize> = (0..cells.len()).collect();
        order.sort_by(|one, other| {
            let ordering = compare(&cells[*one], &cells[*other]);
            if sort.descending {
                ordering.reverse()
            } else {
                ordering
            }
        });
        Ok(order)
    }
}

/// By the cells' own measure, else as numbers, else as texts; empty ones first.
fn compare(one: &Cell, other: &Cell) -> Ordering {
    let number = |cell: &Cell| {
        cell.rank.or_else(|| {
            let digits = cell.text.split(['/', '%', ' ']).next()?;
            digits.parse::<f64>().ok()
        })
    };
    match (number(one), number(other)) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        (None, None) => one.text.cmp(&other.text),
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
    }
}

impl FromStr for Columns {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split(',').filter(|part| !part.trim().is_empty());
        parts.map(str::parse).collect::<Result<_, _>>().map(Columns)
    }
}

impl FromStr for Column {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let column = |heading: &str, path: Option<JsonPath>| Column {
            heading: heading.to_owned(),
            path,
        };
        match text.split_once(':') {
            Some(("", _)) => Err(format!("`{text}` has no heading; write HEADING:JSONPATH")),
            Some((heading, path)) => Ok(column(heading, Some(expression::path(path)?))),
            None if text.starts_with(['$', '{', '.']) => {
                Ok(column(text, Some(expression::path(text)?)))
            }
            None => Ok(column(text, None)),
        }
    }
}

impl FromStr for SortBy {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (descending, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        if text.trim().is_empty() {
            return Err("it is empty; write a column's heading".to_owned());
        }
        Ok(SortBy {
            column: text.parse()?,
            descending,
        })
    }
}

#[cfg(test)]
mod tests {
    use epic_api::Kind;
    use serde_json::json;

    use super::*;

    fn rows() -> Rows {
        let cells = |texts: [&str; 3]| texts.map(Cell::from).to_vec();
        Rows {
            headers: ["NAME", "ROUTES", "NODES"].map(String::from).to_vec(),
            cells: vec![cells(["web", "9", "n1"]), cells(["api", "10", ""])],
        }
    }

    fn objects() -> Vec<RawObject> {
        ["web", "api"]
            .map(|name| RawObject {
                kind: Kind::Gateway,
                metadata: epic_api::ObjectMeta {
                    name: name.to_owned(),
                    ..epic_api::ObjectMeta::default()
                },
                spec: json!({ "template": format!("t-{name}") }),
                status: None,
            })
            .to_vec()
    }

    fn chosen(columns: Option<&str>, sort_by: Option<&str>) -> Outcome<Vec<String>> {
        let args = TableArgs {
            no_headers: false,
            columns: columns.map(|text| text.parse().unwrap()),
            sort_by: sort_by.map(|text| text.parse().unwrap()),
        };
        let rows = args.apply(rows(), &objects(), 2)?;
        let line = |cells: &Vec<Cell>| {
            let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
            texts.join(" ")
        };
        let mut lines = vec![rows.headers.join(" ")];
        lines.extend(rows.cells.iter().map(line));
        Ok(lines)
    }

    #[test]
    fn without_a_choice_the_usual_columns_stand_in_the_usual_order() {
        assert_eq!(
            chosen(None, None).unwrap(),
            ["NAME ROUTES", "web 9", "api 10"]
        );
    }

    #[test]
    fn columns_are_chosen_by_heading_in_any_case_or_by_path() {
        assert_eq!(
            chosen(Some("nodes,name,tpl:.spec.template"), None).unwrap(),
            ["NODES NAME TPL", "n1 web t-web", " api t-api"]
        );
    }

    #[test]
    fn numbers_are_ordered_as_numbers_and_texts_as_texts() {
        assert_eq!(
            chosen(Some("name"), Some("routes")).unwrap(),
            ["NAME", "web", "api"]
        );
        assert_eq!(
            chosen(Some("name"), Some("-routes")).unwrap(),
            ["NAME", "api", "web"]
        );
        assert_eq!(
            chosen(Some("name"), Some("name")).unwrap(),
            ["NAME", "api", "web"]
        );
        let path = "-{.metadata.name}";
        assert_eq!(
            chosen(Some("name"), Some(path)).unwrap(),
            ["NAME", "web", "api"]
        );
    }

    #[test]
    fn an_unknown_column_is_refused_with_those_there_are() {
        let failure = chosen(Some("colour"), None).unwrap_err().to_string();
        assert!(failure.contains("`colour`") && failure.contains("name, routes, nodes"));
        assert!(":x".parse::<Columns>().is_err());
        assert!("-".parse::<SortBy>().is_err());
    }
}
