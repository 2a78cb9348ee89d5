//! The table of codes.

use std::fmt;

use super::Severity;

macro_rules! codes {
    ($($name:ident $number:literal $severity:ident $title:literal $help:literal;)*) => {
        /// What a finding is about.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        #[expect(missing_docs, reason = "each has its title")]
        pub enum Code { $($name,)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The number after `EPIC`.
            pub const fn number(self) -> u16 {
                match self { $(Code::$name => $number,)* }
            }

            /// How bad it is.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }

            /// What it means, in a sentence.
            pub const fn title(self) -> &'static str {
                match self { $(Code::$name => $title,)* }
            }

            /// What to do about it.
            pub const fn help(self) -> &'static str {
                match self { $(Code::$name => $help,)* }
            }
        }
    };
}

codes! {
    RouteUnbound 101 Error "A route is bound to no listener." "Make its parentRefs, hostnames and rules fit a listener of the gateway.";
    RuleShadowed 102 Warning "A rule is never reached: another one takes every request of the same match first." "Change the match, or delete the rule; of equal matches the oldest route's is taken.";
    RouteWithoutGateway 103 Error "A route names a gateway that does not exist." "Create the gateway, or change the route's parentRefs.";
    BackendMissing 104 Error "A route names a backend that does not exist; requests get 500." "Create the backend, or take it out of the route.";
    WeightsAllZero 105 Error "Every backend of a rule has weight 0; requests get 500." "Give a backend a weight.";
    RedirectLoop 106 Error "A redirect leads back to where it came from." "Change the redirect's scheme, host, port or path, or bind the route to one listener only.";
    TimeoutsContradict 107 Warning "A try may take longer than the whole request." "Make timeouts.backendRequest shorter than timeouts.request.";
    BackendWithoutEndpoints 201 Error "A backend that is used has no ready endpoint; requests get 503." "Add endpoints: epicctl backend set NAME --add-endpoint ADDRESS:PORT.";
    BackendUnused 202 Info "No route names the backend." "Use it in a route, or delete it.";
    HealthCheckTooSlow 203 Warning "A health check may take longer than the time until the next one." "Make healthCheck.timeout shorter than healthCheck.interval.";
    BackendUnhealthy 204 Error "No endpoint of a backend passes its health check." "Look at the check's path and expected statuses: epicctl backend describe NAME.";
    CertificateExpired 301 Error "A certificate has expired." "Put in a new one: epicctl certificate set NAME --cert FILE --key FILE.";
    CertificateEndsSoon 302 Warning "A certificate ends within 14 days." "Put in a new one: epicctl certificate set NAME --cert FILE --key FILE.";
    CertificateOtherNames 303 Error "No certificate of a listener is for its hostname." "Name a certificate whose DNS names fit, or change the hostname.";
    CertificateMissing 304 Error "A certificate that is named does not exist." "Create it, or name another.";
    CertificateUnused 305 Info "Nothing names the certificate." "Use it in a listener, or delete it.";
    HostnamesOverlap 401 Info "A listener takes some hosts of another one on the same port." "Nothing, if it is meant: the more specific hostname wins.";
    GatewayWithoutRoutes 402 Warning "No route is bound to the gateway." "Create a route with a parentRef to it.";
    ListenerWithoutRoutes 403 Info "No route is bound to the listener." "Bind a route to it, or take it away.";
    PlainHttp 404 Info "A listener without TLS serves backends where HTTPS is served too." "Let its routes redirect to https.";
    Http3PortTaken 405 Warning "HTTP/3 is on, and a UDP listener has the same port as an HTTPS listener." "Move the UDP listener, or turn http3 off in the template.";
    TemplateMissing 501 Error "A gateway names a template that does not exist." "Create the template; a gateway's template can't be changed.";
    TemplateUnused 502 Info "No gateway is made from the template." "Delete it if nobody needs it.";
    PoolMissing 503 Error "A template names a pool that does not exist." "Create the pool, or change the template.";
    PoolNearlyEmpty 504 Warning "Of a pool's addresses, 90 % or more are in use." "Add a range: epicctl ippool set NAME --add-range CIDR.";
    QuotaNearlyUsed 505 Warning "An account has 90 % or more of what its quota allows." "Delete what is not used, or raise the quota.";
    NodeNotReady 601 Warning "A node's agent is not heard of." "Look at it: epicctl node describe NAME; is epic-agent running there?";
    NodeUnschedulable 602 Info "A node takes no new gateways." "If it is not meant: epicctl node uncordon NAME.";
    ObjectRefused 603 Error "Envoy refuses an object as it is and serves it as it was before." "Read Envoy's words and change the object.";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EPIC{:04}", self.number())
    }
}

impl Code {
    /// The code of this name, in any case.
    pub fn named(text: &str) -> Option<Code> {
        let wanted = text.to_ascii_uppercase();
        Code::ALL
            .iter()
            .copied()
            .find(|code| code.to_string() == wanted)
    }
}
