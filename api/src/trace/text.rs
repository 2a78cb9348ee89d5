//! The hops for a terminal.

use super::{Stage, State, Trace};
use crate::topology::{Glyphs, Health};

impl Stage {
    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Stage::Name => "name",
            Stage::Address => "address",
            Stage::Listener => "listener",
            Stage::Certificate => "certificate",
            Stage::Envoy => "envoy",
            Stage::Route => "route",
            Stage::Filters => "filters",
            Stage::Backend => "backend",
            Stage::Endpoints => "endpoints",
        }
    }
}

impl Trace {
    /// One hop a line, reasons and commands below it, near misses, and the verdict last. Ends with a
    /// newline.
    pub fn to_text(&self, glyphs: Glyphs) -> String {
        let sign = |state| match state {
            State::Ok => glyphs.health(Health::Healthy),
            State::Warn => glyphs.health(Health::Degraded),
            State::Fail => glyphs.health(Health::Down),
        };
        let mut text = format!("{}\n\n", self.request);
        for hop in &self.hops {
            let name = hop.stage.name();
            text.push_str(&format!("{} {name:<12} {}\n", sign(hop.state), hop.what));
            if !hop.reason.is_empty() {
                text.push_str(&format!("               {}\n", hop.reason));
            }
            if !hop.help.is_empty() {
                text.push_str(&format!("               try: {}\n", hop.help));
            }
        }
        if !self.near_misses.is_empty() {
            text.push_str("\nNearly:\n");
        }
        for miss in &self.near_misses {
            let why = miss.failed.join("; ");
            text.push_str(&format!(
                "  route {}, rule {}: {why}\n",
                miss.route, miss.rule
            ));
        }
        text.push_str(&format!("\n{} {}\n", sign(self.state), self.verdict));
        text
    }
}
