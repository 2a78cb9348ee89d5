//! The request that is traced, from what people type.

use std::fmt;
use std::net::IpAddr;

use http::Uri;

/// What is spoken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(missing_docs, reason = "the names of the schemes")]
pub enum Scheme {
    Http,
    Https,
    Grpc,
    Grpcs,
    Tls,
    Tcp,
    Udp,
}

impl Scheme {
    const ALL: [(Scheme, &'static str, Option<u16>); 7] = [
        (Scheme::Http, "http", Some(80)),
        (Scheme::Https, "https", Some(443)),
        (Scheme::Grpc, "grpc", Some(80)),
        (Scheme::Grpcs, "grpcs", Some(443)),
        (Scheme::Tls, "tls", Some(443)),
        (Scheme::Tcp, "tcp", None),
        (Scheme::Udp, "udp", None),
    ];

    /// As it is written.
    pub fn name(self) -> &'static str {
        let found = Scheme::ALL.iter().find(|(scheme, ..)| *scheme == self);
        found.map_or("", |(_, name, _)| name)
    }

    /// Whether the client begins with a TLS handshake.
    pub fn is_tls(self) -> bool {
        matches!(self, Scheme::Https | Scheme::Grpcs | Scheme::Tls)
    }

    /// Whether it is made of gRPC calls.
    pub fn is_grpc(self) -> bool {
        matches!(self, Scheme::Grpc | Scheme::Grpcs)
    }
}

/// A request, or the beginning of a connection.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Request {
    /// What is spoken.
    pub scheme: Scheme,
    /// Host name or address, lower case.
    pub host: String,
    /// The port.
    pub port: u16,
    /// The path, at least `/`.
    pub path: String,
    /// Query parameters as they are written, in order.
    pub query: Vec<(String, String)>,
    /// The method.
    pub method: String,
    /// Headers: lower-case name, value.
    pub headers: Vec<(String, String)>,
    /// What the name resolves to, where somebody asked.
    pub resolved: Option<Vec<IpAddr>>,
    /// Only gateways of this account.
    pub account: Option<String>,
}

/// A text that is no request.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum InvalidRequest {
    /// Not a URL.
    #[error("`{0}` is not a URL; write `https://www.example.com/cart`")]
    Url(String),
    /// A scheme nobody listens for.
    #[error("there is no scheme `{0}`; write http, https, grpc, grpcs, tls, tcp or udp")]
    Scheme(String),
    /// TCP and UDP have no usual port.
    #[error("{0} has no usual port; write `{0}://host:port`")]
    NoPort(&'static str),
    /// A header without a colon.
    #[error("`{0}` is not a header; write `name: value`")]
    Header(String),
}

impl Request {
    /// Reads a URL (`https://` where it names no scheme), a method and headers.
    ///
    /// # Errors
    /// See [`InvalidRequest`].
    pub fn parse(
        url: &str,
        method: Option<&str>,
        headers: &[String],
    ) -> Result<Request, InvalidRequest> {
        let invalid = || InvalidRequest::Url(url.to_owned());
        let (name, rest) = url.split_once("://").unwrap_or(("https", url));
        let known = Scheme::ALL.iter().find(|(_, known, _)| *known == name);
        let (scheme, written, usual) =
            *known.ok_or_else(|| InvalidRequest::Scheme(name.to_owned()))?;
        // `http` knows no scheme of its own for the others.
        let uri: Uri = format!("http://{rest}").parse().map_err(|_| invalid())?;
        let host = uri
            .host()
            .filter(|host| !host.is_empty())
            .ok_or_else(invalid)?;
        let port = uri.port_u16().or(usual);
        let port = port.filter(|port| *port > 0);
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let mut request = Request {
            scheme,
            host: host.trim_end_matches('.').to_ascii_lowercase(),
            port: port.ok_or(InvalidRequest::NoPort(written))?,
            path: uri.path().to_owned(),
            query: pairs(uri.query().unwrap_or_default()),
            method: method.unwrap_or("GET").to_ascii_uppercase(),
            headers: Vec::new(),
            resolved: None,
            account: None,
        };
        for header in headers {
            let split = header.split_once(':');
            let (name, value) = split.ok_or_else(|| InvalidRequest::Header(header.clone()))?;
            let name = name.trim().to_ascii_lowercase();
            request.headers.push((name, value.trim().to_owned()));
        }
        if scheme.is_grpc() {
            request.method = "POST".to_owned();
            if request.header("content-type").is_none() {
                let header = ("content-type".to_owned(), "application/grpc".to_owned());
                request.headers.push(header);
            }
        }
        Ok(request)
    }

    /// A header's value; of several, all of them, as Envoy joins them. `host` is the host.
    pub fn header(&self, name: &str) -> Option<String> {
        let name = name.to_ascii_lowercase();
        let found: Vec<&str> = self
            .headers
            .iter()
            .filter(|(known, _)| *known == name)
            .map(|(_, value)| value.as_str())
            .collect();
        match (found.is_empty(), name.as_str()) {
            (false, _) => Some(found.join(",")),
            (true, "host" | ":authority") => Some(self.authority()),
            _ => None,
        }
    }

    /// A query parameter's first value.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The host that is asked for: a Host header goes before the URL's. Without its port.
    pub fn wanted_host(&self) -> String {
        let header = self.headers.iter().find(|(name, _)| name == "host");
        let host = header.map_or(self.host.as_str(), |(_, value)| value.as_str());
        let bare = match host.rsplit_once(':') {
            Some((bare, port))
                if port.chars().all(|c| c.is_ascii_digit()) && !bare.contains(':') =>
            {
                bare
            }
            _ => host,
        };
        bare.to_ascii_lowercase()
    }

    /// Host, and the port where it is not the scheme's own.
    pub fn authority(&self) -> String {
        let usual = Scheme::ALL
            .iter()
            .find(|(scheme, ..)| *scheme == self.scheme);
        let host = if self.host.contains(':') {
            format!("[{}]", self.host)
        } else {
            self.host.clone()
        };
        if usual.is_some_and(|(.., port)| *port == Some(self.port)) {
            host
        } else {
            format!("{host}:{}", self.port)
        }
    }

    /// The request as a URL.
    pub fn url(&self) -> String {
        let path = match self.scheme {
            Scheme::Tls | Scheme::Tcp | Scheme::Udp => "",
            _ => &self.path,
        };
        format!(
            "{}://{}{path}{}",
            self.scheme.name(),
            self.authority(),
            self.query_text()
        )
    }

    /// `?a=b`, or nothing.
    pub(super) fn query_text(&self) -> String {
        if self.query.is_empty() {
            return String::new();
        }
        let pairs: Vec<String> = self
            .query
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        format!("?{}", pairs.join("&"))
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.scheme {
            Scheme::Http | Scheme::Https => write!(f, "{} {}", self.method, self.url()),
            _ => f.write_str(&self.url()),
        }
    }
}

fn pairs(query: &str) -> Vec<(String, String)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}
