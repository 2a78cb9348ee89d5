//! What lies over a screen and gets the keys first.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Paragraph};

use crate::action::{self, Action, Scope};
use crate::model::Model;
use crate::screen;

/// The longest text one can type.
const INPUT: usize = 128;

/// Help, or a line to type into.
#[derive(Clone, Debug)]
pub(crate) enum Overlay {
    Help {
        scroll: usize,
    },
    Palette {
        text: String,
    },
    /// The filter is the place's own; this is what it was before.
    Filter {
        before: String,
    },
}

/// What an overlay makes of a key.
pub(crate) enum Typed {
    /// Nothing more is to be done.
    Taken,
    /// It is for what lies below.
    Passed,
    Run(Action),
}

/// Gives a key to the overlay on top.
pub(crate) fn key(model: &mut Model, key: KeyEvent) -> Typed {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let scope = screen::current(model).scope();
    let Some(overlay) = model.overlays.last_mut() else {
        return Typed::Passed;
    };
    if control && key.code == KeyCode::Char('c') {
        return Typed::Passed;
    }
    match overlay {
        Overlay::Help { scroll } => match action::action_for(scope, key) {
            Some(Action::Down) => *scroll = scroll.saturating_add(1).min(help_length(scope)),
            Some(Action::Up) => *scroll = scroll.saturating_sub(1),
            Some(Action::Help | Action::Back | Action::Leave) => {
                model.overlays.pop();
            }
            _ => {}
        },
        Overlay::Palette { text } => match key.code {
            KeyCode::Esc => {
                model.overlays.pop();
            }
            KeyCode::Enter => {
                let found = action::command(scope, text).or_else(|| {
                    let known = action::completions(scope, text);
                    known
                        .first()
                        .and_then(|(name, _)| action::command(scope, name))
                });
                model.overlays.pop();
                if let Some(action) = found {
                    return Typed::Run(action);
                }
            }
            KeyCode::Tab => {
                if let Some((name, _)) = action::completions(scope, text).first() {
                    *text = (*name).to_owned();
                }
            }
            code => edit(text, code, control),
        },
        Overlay::Filter { before } => {
            let before = before.clone();
            match key.code {
                KeyCode::Enter => {
                    model.overlays.pop();
                }
                KeyCode::Esc => {
                    model.overlays.pop();
                    model.place_mut().filter = before;
                }
                code => edit(&mut model.place_mut().filter, code, control),
            }
        }
    }
    Typed::Taken
}

fn edit(text: &mut String, code: KeyCode, control: bool) {
    match code {
        KeyCode::Char('u') if control => text.clear(),
        KeyCode::Char(c) if !control && text.chars().count() < INPUT => text.push(c),
        KeyCode::Backspace => {
            text.pop();
        }
        _ => {}
    }
}

fn help_length(scope: Scope) -> usize {
    action::entries(scope).count()
}

/// Draws help; the lines to type into are drawn in place of the last line.
pub(crate) fn view(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = model.theme;
    let scope = screen::current(model).scope();
    let (title, lines, skip) = match model.overlays.last() {
        Some(Overlay::Help { scroll }) => {
            let lines = action::entries(scope).map(|entry| {
                let mut keys = entry.keys.join(" ");
                if let Some(command) = entry.commands.first() {
                    keys = format!("{keys}  :{command}");
                }
                Line::from(vec![
                    Span::styled(format!(" {keys:<20} "), theme.accent()),
                    Span::raw(entry.description),
                ])
            });
            (" Keys ", lines.collect::<Vec<_>>(), *scroll)
        }
        Some(Overlay::Palette { text }) => {
            let known = action::completions(scope, text);
            let lines = known.into_iter().map(|(name, description)| {
                Line::from(vec![
                    Span::styled(format!(" {name:<12} "), theme.accent()),
                    Span::raw(description),
                ])
            });
            (" Commands ", lines.collect(), 0)
        }
        _ => return,
    };
    let height = u16::try_from(lines.len())
        .unwrap_or(u16::MAX)
        .saturating_add(2)
        .min(area.height);
    let width = area.width.min(68);
    let popup = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    let hidden = lines
        .len()
        .saturating_sub(usize::from(height.saturating_sub(2)));
    let title = if hidden > skip {
        format!("{title}(j: more) ")
    } else {
        title.to_owned()
    };
    let mut block = Block::new()
        .borders(Borders::ALL)
        .title(title)
        .border_style(theme.dim());
    if theme.ascii {
        block = block.border_set(crate::view::ASCII_BORDER);
    }
    frame.render_widget(Clear, popup);
    let scroll = u16::try_from(skip.min(hidden)).unwrap_or(0);
    frame.render_widget(
        Paragraph::new(lines).scroll((scroll, 0)).block(block),
        popup,
    );
}
