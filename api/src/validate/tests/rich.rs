//! Objects that use every field there is.

use super::*;

/// Good objects of the kind: the plain one, and ones with all that can stand together.
pub(super) fn rich(kind: Kind) -> Vec<Value> {
    let specs = match kind {
        Kind::Account => vec![account()],
        Kind::GatewayTemplate => vec![template()],
        Kind::Gateway => vec![gateway()],
        Kind::Route => vec![http_route(), grpc_route(), tls_route(), udp_route()],
        Kind::Backend => backends(),
        Kind::IpPool | Kind::Certificate | Kind::Node | Kind::Event => vec![],
    };
    let mut all = vec![good(kind)];
    all.extend(specs.into_iter().map(|spec| with(kind, "/spec", spec)));
    all
}

fn account() -> Value {
    json!({
        "displayName": "Acme: shops & more",
        "quotas": { "gateways": 1, "routes": 2, "backends": 3, "endpoints": 4, "certificates": 0 },
        "allowedTemplates": ["http"], "allowedPools": [],
        "allowedNetworks": ["10.0.0.0/8", "fd00::/8"],
    })
}

fn template() -> Value {
    json!({
        "pools": ["public", "public6"], "instances": 2,
        "allowedProtocols": ["HTTP", "HTTPS", "TLS", "TCP", "UDP"],
        "allowedPorts": ["80", "8000-8999"],
        "timeouts": { "idle": "1h", "requestHeaders": "10s", "connect": "500ms", "drain": "0s" },
        "limits": { "connections": 1000 }, "concurrency": 2, "http3": true,
        "proxyProtocol": "Optional",
        "tls": { "minVersion": "1.2", "cipherSuites": ["ECDHE-ECDSA-AES128-GCM-SHA256"] },
        "accessLog": { "json": { "at": "%START_TIME%", "id": "%REQ(X-REQUEST-ID):36%" } },
        "envoyPatch": [
            { "target": { "type": "Listener", "name": "http-*" }, "merge": { "a": null, "b": { "c": [1, "x\ny"] } } },
            { "target": { "type": "Cluster" }, "json": [
                { "op": "add", "path": "/a~1b/-", "value": null }, { "op": "move", "from": "/a", "path": "" }] },
        ],
    })
}

fn gateway() -> Value {
    let refs = json!([{ "name": "shop" }]);
    json!({
        "template": "http", "addresses": ["192.0.2.1", "2001:db8::1"],
        "backendTls": { "clientCertificateRef": { "name": "own" } },
        "listeners": [
            { "name": "web", "protocol": "HTTPS", "port": 443, "hostname": "*.shop.example", "tls": {
                "certificateRefs": refs,
                "clientValidation": { "caCertificateRefs": refs, "mode": "AllowInsecureFallback" } } },
            { "name": "pass", "protocol": "TLS", "port": 443, "hostname": "db.example",
              "tls": { "mode": "Passthrough" } },
            { "name": "end", "protocol": "TLS", "port": 8443, "tls": { "certificateRefs": refs } },
            { "name": "dns", "protocol": "UDP", "port": 53 },
            { "name": "dns-tcp", "protocol": "TCP", "port": 53 },
        ],
    })
}

fn headers() -> Value {
    json!({ "set": [{ "name": "X-A", "value": "yes" }], "add": [{ "name": "X-B", "value": "1.0" }], "remove": ["X-C"] })
}

fn http_route() -> Value {
    let mirror = json!({ "type": "RequestMirror", "requestMirror": {
        "backendRef": { "name": "v3" }, "fraction": { "numerator": 1, "denominator": 1000 } } });
    json!({
        "parentRefs": [{ "name": "web", "sectionName": "https", "port": 443 }],
        "hostnames": ["*.shop.example", "null.example"],
        "http": { "rules": [
            { "name": "cart",
              "matches": [{ "path": { "type": "RegularExpression", "value": "/v[0-9]+/.*" }, "method": "POST",
                            "headers": [{ "name": "X-Beta", "value": "true" }],
                            "queryParams": [{ "name": "a", "value": "~", "type": "Exact" }] }],
              "filters": [
                { "type": "RequestHeaderModifier", "requestHeaderModifier": headers() },
                { "type": "ResponseHeaderModifier", "responseHeaderModifier": headers() },
                { "type": "URLRewrite", "urlRewrite": { "hostname": "in.example",
                    "path": { "type": "ReplaceFullPath", "replaceFullPath": "/x" } } },
                mirror, { "type": "RequestMirror", "requestMirror": { "backendRef": { "name": "v4" }, "percent": 7 } },
                { "type": "CORS", "cors": { "allowOrigins": ["https://*.example.com:8443"], "allowCredentials": true,
                    "allowMethods": ["GET"], "allowHeaders": ["*"], "exposeHeaders": ["X-A"], "maxAge": 60 } },
              ],
              "backendRefs": [{ "name": "v1", "weight": 0, "filters": [mirror,
                  { "type": "RequestRedirect", "requestRedirect": { "scheme": "https", "port": 8443 } }] }, { "name": "v2" }],
              "timeouts": { "request": "10s", "backendRequest": "1s500ms" },
              "retry": { "codes": [502, 503], "attempts": 3, "backoff": "25ms" },
              "sessionPersistence": { "sessionName": "sid", "type": "Cookie", "absoluteTimeout": "1h" } },
            { "matches": [{ "path": { "value": "/old" } }], "filters": [{ "type": "RequestRedirect",
                "requestRedirect": { "hostname": "new.example", "statusCode": 308,
                    "path": { "type": "ReplacePrefixMatch", "replacePrefixMatch": "/" } } }] },
        ] },
    })
}

fn grpc_route() -> Value {
    let modifier = json!({ "type": "RequestHeaderModifier", "requestHeaderModifier": headers() });
    json!({
        "parentRefs": [{ "name": "web" }],
        "grpc": { "rules": [{
            "name": "calls",
            "matches": [
                { "method": { "service": "shop.v1.Cart", "method": "AddItem" } },
                { "method": { "type": "RegularExpression", "service": "shop[.].+" },
                  "headers": [{ "name": "x-tenant", "value": "[a-z]+", "type": "RegularExpression" }] },
            ],
            "filters": [modifier],
            "backendRefs": [{ "name": "cart", "filters": [modifier] }],
            "sessionPersistence": { "type": "Header" },
        }] },
    })
}

fn tls_route() -> Value {
    json!({
        "parentRefs": [{ "name": "web" }], "hostnames": ["db.example"],
        "tls": { "rules": [{ "name": "all", "backendRefs": [{ "name": "a", "weight": 9 }, { "name": "b" }] }] },
    })
}

fn udp_route() -> Value {
    json!({ "parentRefs": [{ "name": "web" }], "udp": { "rules": [{ "backendRefs": [{ "name": "dns" }] }] } })
}

fn backends() -> Vec<Value> {
    let endpoints = json!([
        { "address": "10.0.0.1", "port": 8080, "name": "on", "ready": false },
        { "address": "2001:db8::1", "port": 80 },
    ]);
    vec![
        json!({
            "protocol": "H2C", "endpoints": endpoints,
            "healthCheck": { "grpc": { "service": "shop.v1.Cart" }, "interval": "1s", "timeout": "500ms",
                             "unhealthyThreshold": 3, "healthyThreshold": 2 },
            "tls": { "hostname": "in.example", "caCertificateRefs": [{ "name": "ca" }],
                     "subjectAltNames": [{ "hostname": "*.in.example" }, { "uri": "spiffe://a/b" }],
                     "clientCertificateRef": { "name": "own" } },
            "loadBalancing": { "policy": "RingHash", "hashOn": [
                { "sourceAddress": true }, { "header": "X-User" }, { "cookie": { "name": "s", "ttl": "0s" } },
                { "queryParameter": "u" }] },
            "outlierDetection": { "consecutive5xx": 5, "consecutiveGatewayErrors": 0,
                "consecutiveLocalOriginFailures": 1, "interval": "1s", "baseEjectionTime": "30s",
                "maxEjectionPercent": 100 },
            "circuitBreaker": { "maxConnections": 1, "maxPendingRequests": 2, "maxRequests": 3, "maxRetries": 0 },
            "proxyProtocol": "V2",
        }),
        json!({
            "endpoints": endpoints, "healthCheck": { "tcp": {} },
            "tls": { "hostname": "in.example", "wellKnownCaCertificates": "System" },
            "loadBalancing": { "policy": "LeastRequest", "slowStart": "30s" },
        }),
    ]
}
