//! `epicctl route`.

use clap::{Args, Subcommand};
use epic_api::route::{
    BackendRef, GrpcRule, GrpcRules, HttpBackendRef, HttpRule, HttpRules, L4Rule, L4Rules,
    ParentRef, Route, RouteSpec,
};
use epic_api::{Kind, Object};

use super::route_rule::{RuleFlags, Weighted};
use super::wait::{self, Goal};
use crate::args::{Common, LabelArgs, WaitFor, WriteArgs};
use crate::ask::{self, Missing};
use crate::choice::{Rows, TableArgs};
use crate::failure::{Code, Failure, Outcome};
use crate::objects::{changed_word, unreadable};
use crate::session::Session;
use crate::table::Cell;

/// Verbs of routes.
#[derive(Debug, Subcommand)]
pub enum RouteCommand {
    /// What every kind has.
    #[command(flatten)]
    Common(Common),
    /// Make one: `epicctl route create shop --gateway web --path /cart --backend cart:90 --backend cart2:10`
    Create(Create),
    /// Change one
    Set(Set),
    /// Show or set the weights of a rule's backends: `epicctl route weights shop cart=90 cart2=10`
    Weights(Weights),
}

/// `route create`.
#[derive(Args, Debug)]
pub struct Create {
    /// Its name
    name: Option<String>,
    /// A gateway, or one listener of it
    #[arg(short, long = "gateway", value_name = "NAME[:LISTENER]")]
    gateways: Vec<String>,
    /// Only requests for this host; every host when absent
    #[arg(long = "host", value_name = "HOST")]
    hosts: Vec<String>,
    /// For gRPC calls on HTTP and HTTPS listeners
    #[arg(long, group = "protocol")]
    grpc: bool,
    /// For TLS listeners; connections are told apart by --host
    #[arg(long, group = "protocol")]
    tls: bool,
    /// For TCP listeners
    #[arg(long, group = "protocol")]
    tcp: bool,
    /// For UDP listeners
    #[arg(long, group = "protocol")]
    udp: bool,
    #[command(flatten)]
    rule: RuleFlags,
    #[command(flatten)]
    labels: LabelArgs,
    #[command(flatten)]
    wait: WaitFor,
    #[command(flatten)]
    write: WriteArgs,
}

/// `route set`.
#[derive(Args, Debug)]
pub struct Set {
    /// Its name, or ACCOUNT/NAME
    name: String,
    /// The gateways; replaces earlier ones
    #[arg(short, long = "gateway", value_name = "NAME[:LISTENER]")]
    gateways: Vec<String>,
    /// The hosts; replaces earlier ones
    #[arg(long = "host", value_name = "HOST")]
    hosts: Vec<String>,
    /// The rule to change, by name or by number from 1
    #[arg(long, value_name = "RULE", default_value = "1")]
    rule: String,
    #[command(flatten)]
    flags: RuleFlags,
    #[command(flatten)]
    labels: LabelArgs,
    #[command(flatten)]
    wait: WaitFor,
    #[command(flatten)]
    write: WriteArgs,
}

/// `route weights`.
#[derive(Args, Debug)]
pub struct Weights {
    /// Its name, or ACCOUNT/NAME
    name: String,
    /// New weights; the others stay
    #[arg(value_name = "BACKEND=WEIGHT")]
    weights: Vec<Weighted>,
    /// The rule, by name or by number from 1
    #[arg(long, value_name = "RULE", default_value = "1")]
    rule: String,
    #[command(flatten)]
    wait: WaitFor,
    #[command(flatten)]
    write: WriteArgs,
}

fn parents(gateways: &[String]) -> Vec<ParentRef> {
    gateways
        .iter()
        .map(|text| {
            let (name, section) = match text.split_once(':') {
                Some((name, section)) => (name, Some(section.to_owned())),
                None => (text.as_str(), None),
            };
            ParentRef {
                name: name.to_owned(),
                section_name: section,
                port: None,
            }
        })
        .collect()
}

impl RouteCommand {
    /// Does it.
    ///
    /// # Errors
    /// epicd refuses or can't be reached.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            RouteCommand::Common(common) => common.run(Kind::Route, session).await,
            RouteCommand::Create(args) => create(args, session).await,
            RouteCommand::Set(args) => set(&args, session).await,
            RouteCommand::Weights(args) => weights(&args, session).await,
        }
    }
}

async fn create(args: Create, session: &Session) -> Outcome {
    let name = Missing {
        what: "name of the route",
        flag: "epicctl route create NAME",
    };
    let gateway = Missing {
        what: "gateway",
        flag: "--gateway NAME",
    };
    let backend = Missing {
        what: "backend",
        flag: "--backend NAME[:WEIGHT]",
    };
    let name = ask::text(args.name, name, None)?;
    let mut gateways = args.gateways;
    if ask::must_choose(gateways.first().map(String::as_str), gateway)? {
        gateways = vec![ask::choose(gateway, names(session, Kind::Gateway).await?)?];
    }
    let mut rule = args.rule;
    if !rule.answers_itself() && ask::must_choose(rule.first_backend(), backend)? {
        let chosen = ask::choose(backend, names(session, Kind::Backend).await?)?;
        rule.backends.push(Weighted::whole(chosen));
    }
    let mut spec = RouteSpec {
        parent_refs: parents(&gateways),
        hostnames: args.hosts,
        ..RouteSpec::default()
    };
    if args.tls || args.tcp || args.udp {
        rule.refuse_http()?;
        let rules = vec![L4Rule {
            name: None,
            backend_refs: rule.backend_refs(),
        }];
        let place = match (args.tls, args.tcp) {
            (true, _) => &mut spec.tls,
            (_, true) => &mut spec.tcp,
            _ => &mut spec.udp,
        };
        *place = Some(L4Rules { rules });
    } else if args.grpc {
        let mut grpc = GrpcRule::default();
        rule.apply_grpc(&mut grpc)?;
        spec.grpc = Some(GrpcRules { rules: vec![grpc] });
    } else {
        let mut http = HttpRule::default();
        rule.apply(&mut http)?;
        spec.http = Some(HttpRules { rules: vec![http] });
    }
    let key = session.key(Kind::Route, &name)?;
    let mut route = Route::new(key.account.as_deref(), &key.name, spec);
    args.labels.apply(&mut route.metadata);
    let made = session.create(&route.to_raw(), args.write.dry_run).await?;
    session.written(&made, "created", args.write.dry_run)?;
    wait_if_asked(session, &made.key(), &args.wait, args.write).await
}

async fn names(session: &Session, kind: Kind) -> Outcome<Vec<String>> {
    let items = session.fetch(kind, false).await?.items;
    Ok(items
        .into_iter()
        .map(|object| object.metadata.name)
        .collect())
}

async fn wait_if_asked(
    session: &Session,
    key: &epic_api::ObjectKey,
    wait: &WaitFor,
    write: WriteArgs,
) -> Outcome {
    if let Some(condition) = wait.wait.as_deref().filter(|_| !write.dry_run) {
        wait::until(session, key, &Goal::condition(condition), wait.timeout).await?;
    }
    Ok(())
}

async fn set(args: &Set, session: &Session) -> Outcome {
    let key = session.key(Kind::Route, &args.name)?;
    let (after, changed) = session
        .change::<RouteSpec>(&key, args.write.dry_run, |route| {
            if !args.gateways.is_empty() {
                route.spec.parent_refs = parents(&args.gateways);
            }
            if !args.hosts.is_empty() {
                route.spec.hostnames.clone_from(&args.hosts);
            }
            if args.flags.is_given() {
                apply_rule(route, args)?;
            }
            args.labels.apply(&mut route.metadata);
            Ok(())
        })
        .await?;
    session.written(&after, changed_word(changed), args.write.dry_run)?;
    wait_if_asked(session, &key, &args.wait, args.write).await
}

fn apply_rule(route: &mut Route, args: &Set) -> Outcome {
    if let Some(http) = &mut route.spec.http {
        let index = rule_index(
            http.rules.iter().map(|rule| rule.name.as_deref()),
            &args.rule,
        )?;
        return args.flags.apply(&mut http.rules[index]);
    }
    if let Some(grpc) = &mut route.spec.grpc {
        let names = grpc.rules.iter().map(|rule| rule.name.as_deref());
        let index = rule_index(names, &args.rule)?;
        return args.flags.apply_grpc(&mut grpc.rules[index]);
    }
    args.flags.refuse_http()?;
    l4_rule(route, &args.rule)?.backend_refs = args.flags.backend_refs();
    Ok(())
}

/// The place of a rule that is given by name or by number from 1.
fn rule_index<'a>(names: impl Iterator<Item = Option<&'a str>>, wanted: &str) -> Outcome<usize> {
    let names: Vec<Option<&str>> = names.collect();
    let by_name = names.iter().position(|name| *name == Some(wanted));
    let by_number = wanted.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    by_name
        .or(by_number.filter(|index| *index < names.len()))
        .ok_or_else(|| {
            Failure::new(Code::NotFound, format!("the route has no rule `{wanted}`")).hint(format!(
                "it has {}; give a name or a number from 1",
                names.len()
            ))
        })
}

fn l4_rule<'a>(route: &'a mut Route, rule: &str) -> Outcome<&'a mut L4Rule> {
    let spec = &mut route.spec;
    let rules = [&mut spec.tls, &mut spec.tcp, &mut spec.udp]
        .into_iter()
        .find_map(Option::as_mut)
        .ok_or_else(|| Failure::new(Code::NotFound, "the route has no rules"))?;
    let index = rule_index(rules.rules.iter().map(|rule| rule.name.as_deref()), rule)?;
    Ok(&mut rules.rules[index])
}

/// Names and weights of a rule's backends.
fn weights_of<'a>(route: &'a mut Route, rule: &str) -> Outcome<Vec<(&'a str, &'a mut u32)>> {
    fn http(refs: &mut [HttpBackendRef]) -> Vec<(&str, &mut u32)> {
        refs.iter_mut()
            .map(|backend| (backend.name.as_str(), &mut backend.weight))
            .collect()
    }
    if route.spec.l4().is_some() {
        let refs = &mut l4_rule(route, rule)?.backend_refs;
        return Ok(refs
            .iter_mut()
            .map(|backend| (backend.name.as_str(), &mut backend.weight))
            .collect());
    }
    if let Some(HttpRules { rules }) = &mut route.spec.http {
        let index = rule_index(rules.iter().map(|rule| rule.name.as_deref()), rule)?;
        return Ok(http(&mut rules[index].backend_refs));
    }
    let rules = route.spec.grpc.as_mut().map(|grpc| &mut grpc.rules);
    let rules = rules.ok_or_else(|| Failure::new(Code::NotFound, "the route has no rules"))?;
    let index = rule_index(rules.iter().map(|rule| rule.name.as_deref()), rule)?;
    Ok(http(&mut rules[index].backend_refs))
}

async fn weights(args: &Weights, session: &Session) -> Outcome {
    let key = session.key(Kind::Route, &args.name)?;
    if args.weights.is_empty() {
        let object = session.client()?.get(&key).await?;
        let mut route =
            Object::<RouteSpec>::from_raw(&object).map_err(|e| unreadable(&object, &e))?;
        return show_weights(&weights_of(&mut route, &args.rule)?, session);
    }
    let (after, changed) = session
        .change::<RouteSpec>(&key, args.write.dry_run, |route| {
            let mut refs = weights_of(route, &args.rule)?;
            for new in &args.weights {
                match refs.iter_mut().find(|(name, _)| *name == new.name) {
                    Some((_, weight)) => **weight = new.weight,
                    None => {
                        let known: Vec<&str> = refs.iter().map(|(name, _)| *name).collect();
                        return Err(Failure::new(
                            Code::NotFound,
                            format!("the rule leads to no backend `{}`", new.name),
                        )
                        .hint(format!("it leads to: {}", known.join(", "))));
                    }
                }
            }
            Ok(())
        })
        .await?;
    session.written(&after, changed_word(changed), args.write.dry_run)?;
    wait_if_asked(session, &key, &args.wait, args.write).await
}

fn show_weights(refs: &[(&str, &mut u32)], session: &Session) -> Outcome {
    if !session.output.format.is_table() {
        let plain = |(name, weight): &(&str, &mut u32)| BackendRef {
            name: (*name).to_owned(),
            weight: **weight,
        };
        return session
            .output
            .value(&refs.iter().map(plain).collect::<Vec<_>>());
    }
    let total: u64 = refs.iter().map(|(_, weight)| u64::from(**weight)).sum();
    let row = |(name, weight): &(&str, &mut u32)| {
        let share = (u64::from(**weight) * 100)
            .checked_div(total)
            .map_or_else(String::new, |percent| format!("{percent}%"));
        vec![
            Cell::from((*name).to_owned()),
            Cell::from(weight.to_string()),
            Cell::from(share),
        ]
    };
    let rows: Vec<Vec<Cell>> = refs.iter().map(row).collect();
    session.output.table(
        &TableArgs::default(),
        Rows::new(&["BACKEND", "WEIGHT", "SHARE"], rows),
    )
}
