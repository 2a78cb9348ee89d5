//! The dashboard driven by keys and drawn into memory.

mod fixture;
mod scenarios;
mod snapshots;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use epic_api::client::List;
use epic_api::kind::Kind;
use epic_api::object::RawObject;
use jiff::{SignedDuration, Timestamp};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::Options;
use crate::message::{Effect, Msg, News};
use crate::model::Model;
use crate::update::{start, update};
use crate::view::view;

/// A dashboard without terminal, clock or server.
struct Scenario {
    model: Model,
    effects: Vec<Effect>,
}

fn now() -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap()
}

impl Scenario {
    fn connecting(size: (u16, u16)) -> Scenario {
        let options = Options {
            context_name: "demo".to_owned(),
            read_only: true,
            ..Options::default()
        };
        let mut model = Model::new(options, size, now());
        let effects = start(&mut model);
        Scenario { model, effects }
    }

    /// Connected, with these objects.
    fn live(size: (u16, u16), gateways: Vec<RawObject>, events: Vec<RawObject>) -> Scenario {
        let mut scenario = Scenario::connecting(size);
        scenario.list(Kind::Gateway, gateways);
        scenario.list(Kind::Event, events);
        scenario
    }

    /// Connected to the demo's two gateways, each measured for some seconds.
    fn demo(size: (u16, u16), failing: bool) -> Scenario {
        let gateways = fixture::gateways();
        let mut scenario = Scenario::live(size, gateways.clone(), fixture::events());
        for second in 0..8 {
            scenario.model.now = now() + SignedDuration::from_secs(second);
            for gateway in &gateways {
                let key = gateway.key();
                let result = Ok(fixture::topology(&key.name, failing, second as f64));
                scenario.news(News::Topology { key, result });
            }
        }
        scenario.model.now += SignedDuration::from_millis(400);
        scenario
    }

    fn list(&mut self, kind: Kind, items: Vec<RawObject>) {
        let list = List {
            next: None,
            remaining_item_count: None,
            resource_version: "100".to_owned(),
            items,
        };
        let epoch = self.model.feeds[&kind].epoch;
        self.news(News::Listed { kind, epoch, list });
    }

    fn news(&mut self, news: News) {
        let at = self.model.now;
        self.effects = update(&mut self.model, Msg::News(at, news));
    }

    /// Presses keys: `⏎` enter, `⎋` escape, `⇥` tab, `↑` `↓` `←` `→`, the rest as typed.
    fn keys(&mut self, keys: &str) -> &mut Scenario {
        for c in keys.chars() {
            let code = match c {
                '⏎' => KeyCode::Enter,
                '⎋' => KeyCode::Esc,
                '⇥' => KeyCode::Tab,
                '↑' => KeyCode::Up,
                '↓' => KeyCode::Down,
                '←' => KeyCode::Left,
                '→' => KeyCode::Right,
                c => KeyCode::Char(c),
            };
            self.effects = update(
                &mut self.model,
                Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)),
            );
        }
        self
    }

    fn draw(&self) -> Terminal<TestBackend> {
        let (width, height) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| view(&self.model, frame)).unwrap();
        terminal
    }

    fn text(&self) -> String {
        self.draw().backend().to_string()
    }
}
