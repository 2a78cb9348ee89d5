//! Regular expressions. Envoy compiles them with RE2, EPIC checks them with Rust's `regex`; what
//! both read in the same way is accepted, so that no expression that passes here is refused there.

use std::fmt::Display;

use regex_syntax::ast::{self, Ast};

use super::faults::{Faults, quote};

/// The longest expression (Gateway API: 1024 for a path).
const MAX_LENGTH: usize = 1024;
/// RE2 refuses more repetitions, nested ones multiplied.
const MAX_REPEAT: u32 = 1000;
/// The largest compiled form. Some 3,500 steps fit, under the 5,000 that EPIC lets Envoy take.
const MAX_COMPILED_BYTES: usize = 128 << 10;
/// The same for expressions with Unicode classes, which take more room here than in Envoy.
const MAX_UNICODE_BYTES: usize = 1 << 20;
const MAX_NESTING: u32 = 50;

/// Adds what is wrong with the expression.
pub(super) fn check(place: impl Display, text: &str, faults: &mut Faults) {
    if let Err((message, hint)) = compile(text) {
        faults.add(place, message, hint);
    }
}

fn compile(text: &str) -> Result<(), (String, String)> {
    if text.is_empty() {
        return Err((
            "the regular expression is empty".to_owned(),
            "write `.*` to match everything".to_owned(),
        ));
    }
    if text.len() > MAX_LENGTH {
        return Err((
            format!("the regular expression is {} bytes long", text.len()),
            format!("write at most {MAX_LENGTH}; several matches in a rule are alternatives"),
        ));
    }
    let tree = ast::parse::ParserBuilder::new()
        .nest_limit(MAX_NESTING)
        .build()
        .parse(text)
        .map_err(|error| syntax(text, &error))?;
    ast::visit(&tree, Re2::default()).map_err(|construct| {
        (
            format!("{} uses {}", quote(text), construct.what),
            construct.instead.to_owned(),
        )
    })?;
    // Envoy counts bytes, so that `\w` is three ranges to it and not seven hundred.
    let as_bytes = regex::bytes::RegexBuilder::new(text)
        .unicode(false)
        .size_limit(MAX_COMPILED_BYTES)
        .build();
    match as_bytes {
        Ok(_) => return Ok(()),
        Err(regex::Error::CompiledTooBig(_)) => return Err(too_large(text)),
        // It has a Unicode class.
        Err(_) => {}
    }
    regex::RegexBuilder::new(text)
        .size_limit(MAX_UNICODE_BYTES)
        .build()
        .map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => too_large(text),
            other => (
                format!("{} is not a regular expression", quote(text)),
                last_line(&other.to_string()),
            ),
        })?;
    Ok(())
}

fn too_large(text: &str) -> (String, String) {
    (
        format!("{} is too large when compiled", quote(text)),
        "use fewer or smaller repetitions and character classes".to_owned(),
    )
}

fn syntax(text: &str, error: &ast::Error) -> (String, String) {
    let instead = match error.kind() {
        ast::ErrorKind::UnsupportedLookAround => Some(
            "RE2 has no look-around (`(?=`, `(?!`, `(?<=`, `(?<!`), so that matching takes linear \
             time; write what should match, or use a second rule",
        ),
        ast::ErrorKind::UnsupportedBackreference => Some(
            "RE2 has no back-references (`\\1`), so that matching takes linear time; spell out the \
             alternatives",
        ),
        _ => None,
    };
    let column = error.span().start.column;
    match instead {
        Some(instead) => (
            format!(
                "{} uses what RE2 does not have, at character {column}",
                quote(text)
            ),
            instead.to_owned(),
        ),
        None => (
            format!("{} is not a regular expression", quote(text)),
            format!("{}, at character {column}", error.kind()),
        ),
    }
}

/// The regex crate draws the expression with a caret; its last line says what is wrong.
fn last_line(message: &str) -> String {
    let line = message.lines().last().unwrap_or_default();
    line.trim_start_matches("error: ").to_owned()
}

/// Looks for what Rust's `regex` knows and RE2 does not, or reads otherwise.
#[derive(Default)]
struct Re2 {
    /// The product of the repetitions around the place that is looked at.
    repeats: Vec<u32>,
}

struct Construct {
    what: &'static str,
    instead: &'static str,
}

const LARGE_REPEAT: Construct = Construct {
    what: "more than 1000 repetitions",
    instead: "RE2 takes at most 1000, nested ones multiplied; use `*` or `+`",
};
const FLAG: Construct = Construct {
    what: "a flag that RE2 does not know",
    instead: "RE2 knows the flags i, m, s and U",
};
const CLASS: Construct = Construct {
    what: "a character class inside another, or a set operation (`&&`, `--`, `~~`)",
    instead: "write one plain class, and `\\[` for the character `[`",
};
const UNICODE_CLASS: Construct = Construct {
    what: "a Unicode class that RE2 does not know by this name",
    instead: "use a general category like `\\p{L}` or `\\p{Lu}`, or a script like `\\p{Greek}`",
};
const BOUNDARY: Construct = Construct {
    what: "a word boundary that RE2 does not know",
    instead: "use `\\b` or `\\B`",
};
const ESCAPE: Construct = Construct {
    what: "an escape that RE2 does not know",
    instead: "write a code point as `\\x{41}`",
};

const SCRIPTS: [&str; 14] = [
    "Arabic",
    "Armenian",
    "Bengali",
    "Cyrillic",
    "Devanagari",
    "Georgian",
    "Greek",
    "Han",
    "Hangul",
    "Hebrew",
    "Hiragana",
    "Katakana",
    "Latin",
    "Thai",
];

impl ast::Visitor for Re2 {
    type Output = ();
    type Err = Construct;

    fn finish(self) -> Result<(), Construct> {
        Ok(())
    }

    fn visit_pre(&mut self, node: &Ast) -> Result<(), Construct> {
        match node {
            Ast::Repetition(repetition) => {
                let around = self.repeats.last().copied().unwrap_or(1);
                let here = match &repetition.op.kind {
                    ast::RepetitionKind::Range(ast::RepetitionRange::Exactly(count))
                    | ast::RepetitionKind::Range(ast::RepetitionRange::AtLeast(count))
                    | ast::RepetitionKind::Range(ast::RepetitionRange::Bounded(_, count)) => *count,
                    ast::RepetitionKind::ZeroOrOne
                    | ast::RepetitionKind::ZeroOrMore
                    | ast::RepetitionKind::OneOrMore => 1,
                };
                // Twice in a row (`a**`, `a{2}{3}`) is a syntax error to RE2.
                if matches!(*repetition.ast, Ast::Repetition(_)) {
                    return Err(Construct {
                        what: "a repetition of a repetition",
                        instead: "put the inner one in a group: `(?:a*)*`",
                    });
                }
                let product = around.saturating_mul(here.max(1));
                if product > MAX_REPEAT {
                    return Err(LARGE_REPEAT);
                }
                self.repeats.push(product);
            }
            Ast::Flags(flags) => flags_known(&flags.flags)?,
            Ast::Group(group) => {
                if let ast::GroupKind::NonCapturing(flags) = &group.kind {
                    flags_known(flags)?;
                }
            }
            Ast::Assertion(assertion) => match assertion.kind {
                ast::AssertionKind::StartLine
                | ast::AssertionKind::EndLine
                | ast::AssertionKind::StartText
                | ast::AssertionKind::EndText
                | ast::AssertionKind::WordBoundary
                | ast::AssertionKind::NotWordBoundary => {}
                _ => return Err(BOUNDARY),
            },
            Ast::Literal(literal) => literal_known(literal)?,
            Ast::ClassUnicode(class) => unicode_known(class)?,
            _ => {}
        }
        Ok(())
    }

    fn visit_post(&mut self, node: &Ast) -> Result<(), Construct> {
        if let Ast::Repetition(_) = node {
            self.repeats.pop();
        }
        Ok(())
    }

    fn visit_class_set_item_pre(&mut self, item: &ast::ClassSetItem) -> Result<(), Construct> {
        match item {
            ast::ClassSetItem::Bracketed(_) => Err(CLASS),
            ast::ClassSetItem::Unicode(class) => unicode_known(class),
            ast::ClassSetItem::Literal(literal) => literal_known(literal),
            ast::ClassSetItem::Range(range) => {
                literal_known(&range.start)?;
                literal_known(&range.end)
            }
            _ => Ok(()),
        }
    }

    fn visit_class_set_binary_op_pre(
        &mut self,
        _: &ast::ClassSetBinaryOp,
    ) -> Result<(), Construct> {
        Err(CLASS)
    }
}

fn flags_known(flags: &ast::Flags) -> Result<(), Construct> {
    let known = flags.items.iter().all(|item| match item.kind {
        ast::FlagsItemKind::Negation => true,
        ast::FlagsItemKind::Flag(flag) => matches!(
            flag,
            ast::Flag::CaseInsensitive
                | ast::Flag::MultiLine
                | ast::Flag::DotMatchesNewLine
                | ast::Flag::SwapGreed
        ),
    });
    if known { Ok(()) } else { Err(FLAG) }
}

fn literal_known(literal: &ast::Literal) -> Result<(), Construct> {
    use ast::{HexLiteralKind, LiteralKind};
    match literal.kind {
        LiteralKind::HexFixed(HexLiteralKind::UnicodeShort | HexLiteralKind::UnicodeLong)
        | LiteralKind::HexBrace(HexLiteralKind::UnicodeShort | HexLiteralKind::UnicodeLong) => {
            Err(ESCAPE)
        }
        _ => Ok(()),
    }
}

fn unicode_known(class: &ast::ClassUnicode) -> Result<(), Construct> {
    let known = match &class.kind {
        ast::ClassUnicodeKind::OneLetter(letter) => "LMNPSZC".contains(*letter),
        ast::ClassUnicodeKind::Named(name) => is_category(name) || SCRIPTS.contains(&name.as_str()),
        ast::ClassUnicodeKind::NamedValue { .. } => false,
    };
    if known { Ok(()) } else { Err(UNICODE_CLASS) }
}

fn is_category(name: &str) -> bool {
    const CATEGORIES: [&str; 36] = [
        "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N",
        "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm",
        "So", "Z", "Zl", "Zp", "Zs",
    ];
    CATEGORIES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_engines_read_alike_is_accepted() {
        for text in [
            ".*",
            "/v[0-9]+/.*",
            "/(a|b)/(?P<id>[a-z]{1,30})",
            "(?i)/Shop",
            r"/\d+/\w+\.html",
            r"/\p{L}+",
            r"/\p{Greek}",
            r"/[\w.-]+",
            r"/\w{1,64}/[^/]{1,200}/é",
            r"/\x{41}",
        ] {
            assert_eq!(compile(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_envoy_would_refuse_or_read_otherwise_is_refused_with_another_way() {
        let long = format!("/{}", "a".repeat(MAX_LENGTH));
        for (text, words) in [
            ("", "write `.*`"),
            (long.as_str(), "at most 1024"),
            ("/(a", "unclosed group, at character 2"),
            ("/(?=a)", "no look-around"),
            (r"/(a)\1", "no back-references"),
            ("/a{1001}", "at most 1000"),
            ("/((a{30}){30}){30}", "nested ones multiplied"),
            ("/a{900}b{900}c{900}d{900}e{900}", "fewer or smaller"),
            ("/a**", "put the inner one in a group"),
            ("(?x)/ a", "flags i, m, s and U"),
            (r"/(?-u:\xff)", "flags i, m, s and U"),
            ("/[a-z&&[^x]]", "one plain class"),
            ("/[a[bc]]", "one plain class"),
            (r"/\p{Letter}", "a general category"),
            (r"/\p{script=Greek}", "a general category"),
            (r"/\b{start}a", r"use `\b`"),
            (r"/\u0041", r"`\x{41}`"),
            (r"/(\pL{30}){33}(\pL{30}){33}", "fewer or smaller"),
        ] {
            let (message, hint) = compile(text).unwrap_err();
            assert!(hint.contains(words), "{text}: {message} ({hint})");
        }
    }
}
