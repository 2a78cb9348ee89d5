//! What somebody probably meant.

/// The known name that `typed` is most probably a slip of, if one is near enough.
pub(super) fn nearest<'a>(
    typed: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // A slip is a third of the word at most; distances of long garbage are not worth their time.
    let typed: Vec<char> = typed.to_lowercase().chars().collect();
    if typed.len() > 64 {
        return None;
    }
    known
        .into_iter()
        .map(|name| (distance(&typed, name), name))
        .filter(|(distance, name)| *distance <= (name.len().max(3)) / 3)
        .min()
        .map(|(_, name)| name)
}

/// Damerau-Levenshtein distance (optimal string alignment): two letters swapped are one slip.
fn distance(typed: &[char], name: &str) -> usize {
    let name: Vec<char> = name.to_lowercase().chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=name.len()).collect();
    for (row, &from) in typed.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, &to) in name.iter().enumerate() {
            let mut cost = (above[column] + usize::from(from != to))
                .min(above[column + 1] + 1)
                .min(current[column] + 1);
            if row > 0 && column > 0 && from == name[column - 1] && typed[row - 1] == to {
                cost = cost.min(before[column - 1] + 1);
            }
            current.push(cost);
        }
        before = std::mem::replace(&mut above, current);
    }
    above[name.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_something_else_is_not() {
        let known = ["listeners", "addresses", "template", "port"];
        for (typed, meant) in [
            ("lisetners", Some("listeners")),
            ("listener", Some("listeners")),
            ("Template", Some("template")),
            ("prot", Some("port")),
            ("frobnicate", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
    }
}
