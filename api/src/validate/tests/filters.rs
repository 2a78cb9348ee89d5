use super::*;

#[test]
fn each_fault_of_a_filter_is_named_with_its_place_and_a_hint() {
    let redirect =
        |fields: Value| json!([{ "type": "RequestRedirect", "requestRedirect": fields }]);
    let rewrite = |fields: Value| json!([{ "type": "URLRewrite", "urlRewrite": fields }]);
    let headers = |fields: Value| json!([{ "type": "ResponseHeaderModifier", "responseHeaderModifier": fields }]);
    for (filters, field, words) in [
        (
            json!([{ "type": "URLRewrite" }]),
            "[0].urlRewrite",
            "is missing: the filter's type is URLRewrite",
        ),
        (
            json!([{ "type": "URLRewrite", "urlRewrite": { "hostname": "a.example" }, "requestRedirect": {} }]),
            "[0].requestRedirect",
            "make the type RequestRedirect",
        ),
        (
            redirect(json!({ "scheme": "ftp" })),
            "[0].requestRedirect.scheme",
            "`http` or `https`",
        ),
        (
            redirect(json!({ "statusCode": 200, "port": 81 })),
            "[0].requestRedirect.statusCode",
            "301, 302, 303, 307 or 308",
        ),
        (
            redirect(json!({ "port": 0 })),
            "[0].requestRedirect.port",
            "is not a port",
        ),
        (
            redirect(json!({ "hostname": "*.a.example" })),
            "[0].requestRedirect.hostname",
            "is a wildcard",
        ),
        (
            redirect(json!({ "path": { "type": "ReplaceFullPath" } })),
            "[0].requestRedirect.path.replaceFullPath",
            "is missing",
        ),
        (
            redirect(
                json!({ "path": { "type": "ReplaceFullPath", "replaceFullPath": "/a", "replacePrefixMatch": "/b" } }),
            ),
            "[0].requestRedirect.path.replacePrefixMatch",
            "make the type ReplacePrefixMatch",
        ),
        (
            rewrite(json!({})),
            "[0].urlRewrite",
            "give `hostname` or `path`",
        ),
        (
            rewrite(json!({ "path": { "type": "ReplaceFullPath", "replaceFullPath": "a" } })),
            "[0].urlRewrite.path.replaceFullPath",
            "write `/a`",
        ),
        (
            headers(json!({})),
            "[0].responseHeaderModifier",
            "changes nothing",
        ),
        (
            headers(json!({ "set": [{ "name": "A", "value": "1" }], "remove": ["a"] })),
            "[0].responseHeaderModifier.remove[0]",
            "is already at spec.http.rules[0].filters[0].responseHeaderModifier.set[0].name",
        ),
        (
            headers(json!({ "add": [{ "name": "Host", "value": "a" }] })),
            "[0].responseHeaderModifier.add[0].name",
            "URLRewrite filter",
        ),
        (
            headers(json!({ "remove": ["a b"] })),
            "[0].responseHeaderModifier.remove[0]",
            "RFC 9110",
        ),
        (
            json!([{ "type": "URLRewrite", "urlRewrite": { "hostname": "a.example" } }, { "type": "URLRewrite", "urlRewrite": { "hostname": "b.example" } }]),
            "[1]",
            "put both into",
        ),
        (
            json!([{ "type": "RequestRedirect", "requestRedirect": { "port": 81 } }, { "type": "URLRewrite", "urlRewrite": { "hostname": "a.example" } }]),
            "[0]",
            "a redirect and a rewrite",
        ),
    ] {
        let mut sent = with(Kind::Route, "/spec/http/rules/0/filters", filters);
        sent["spec"]["http"]["rules"][0]["backendRefs"] = json!([]);
        assert_fault(
            Kind::Route,
            &sent,
            &format!("spec.http.rules[0].filters{field}"),
            words,
        );
    }
    let sent = with(
        Kind::Route,
        "/spec/http/rules/0/filters",
        redirect(json!({ "scheme": "https" })),
    );
    assert_fault(
        Kind::Route,
        &sent,
        "spec.http.rules[0].filters[0]",
        "remove `backendRefs`",
    );
}

#[test]
fn a_prefix_can_be_replaced_only_where_every_match_has_one() {
    let prefix = json!([{ "type": "URLRewrite", "urlRewrite": {
        "path": { "type": "ReplacePrefixMatch", "replacePrefixMatch": "" } } }]);
    let mut sent = with(Kind::Route, "/spec/http/rules/0/filters", prefix);
    assert!(admit(Kind::Route, &sent).is_ok());
    put(
        &mut sent,
        "/spec/http/rules/0/matches",
        json!([{}, { "path": { "type": "Exact", "value": "/a" } }]),
    );
    assert_fault(
        Kind::Route,
        &sent,
        "spec.http.rules[0].filters[0].urlRewrite.path.type",
        "make all matches of the rule PathPrefix",
    );
}

fn in_rule(filters: Value) -> Value {
    let mut sent = with(Kind::Route, "/spec/http/rules/0/filters", filters);
    sent["spec"]["http"]["rules"][0]["backendRefs"] = json!([]);
    sent
}

#[test]
fn each_fault_of_a_mirror_is_named_with_its_place_and_a_hint() {
    let mirror = |fields: Value| json!([{ "type": "RequestMirror", "requestMirror": fields }]);
    for (fields, field, words) in [
        (json!({}), ".backendRef", "is missing"),
        (
            json!({ "backendRef": { "name": "A B" } }),
            ".backendRef.name",
            "is not a name",
        ),
        (
            json!({ "backendRef": { "name": "v2", "weight": 1 } }),
            ".backendRef.weight",
            "unknown field",
        ),
        (
            json!({ "backendRef": { "name": "v2" }, "percent": 101 }),
            ".percent",
            "from 0 to 100",
        ),
        (
            json!({ "backendRef": { "name": "v2" }, "percent": 10, "fraction": { "numerator": 1 } }),
            "",
            "keep one of the two",
        ),
        (
            json!({ "backendRef": { "name": "v2" }, "fraction": { "numerator": 101 } }),
            ".fraction.numerator",
            "more than the denominator, 100",
        ),
        (
            json!({ "backendRef": { "name": "v2" }, "fraction": { "numerator": 0, "denominator": 0 } }),
            ".fraction.denominator",
            "from 1",
        ),
    ] {
        let field = format!("spec.http.rules[0].filters[0].requestMirror{field}");
        assert_fault(Kind::Route, &in_rule(mirror(fields)), &field, words);
    }
    let two = json!([
        { "type": "RequestMirror", "requestMirror": { "backendRef": { "name": "a" }, "percent": 5 } },
        { "type": "RequestMirror", "requestMirror": { "backendRef": { "name": "b" },
          "fraction": { "numerator": 1, "denominator": 1000 } } },
    ]);
    assert!(admit(Kind::Route, &in_rule(two)).is_ok());
}

#[test]
fn each_fault_of_cors_is_named_with_its_place_and_a_hint() {
    let cors = |fields: Value| in_rule(json!([{ "type": "CORS", "cors": fields }]));
    let origin = |origin: &str| json!({ "allowOrigins": [origin] });
    for (fields, field, words) in [
        (json!({}), ".allowOrigins", "at least 1"),
        (
            json!({ "allowOrigins": ["*", "https://a.example"] }),
            ".allowOrigins",
            "write it alone",
        ),
        (
            json!({ "allowOrigins": ["https://a.example", "https://A.example"] }),
            ".allowOrigins[1]",
            "already at",
        ),
        (origin("a.example"), ".allowOrigins[0]", "is not an origin"),
        (origin("ftp://a.example"), ".allowOrigins[0]", "scheme"),
        (
            origin("https://a.example/"),
            ".allowOrigins[0]",
            "more than a host",
        ),
        (
            origin("https://a.example:x"),
            ".allowOrigins[0]",
            "has a port that is none",
        ),
        (
            origin("https://a.*.example"),
            ".allowOrigins[0]",
            "whole first label",
        ),
        (origin("https://*"), ".allowOrigins[0]", "not a hostname"),
        (
            json!({ "allowOrigins": ["*"], "allowMethods": ["get"] }),
            ".allowMethods[0]",
            "is not a method",
        ),
        (
            json!({ "allowOrigins": ["*"], "allowMethods": ["GET", "*"] }),
            ".allowMethods",
            "write it alone",
        ),
        (
            json!({ "allowOrigins": ["*"], "allowHeaders": ["a b"] }),
            ".allowHeaders[0]",
            "RFC 9110",
        ),
        (
            json!({ "allowOrigins": ["*"], "exposeHeaders": [""] }),
            ".exposeHeaders[0]",
            "RFC 9110",
        ),
        (
            json!({ "allowOrigins": ["*"], "maxAge": 0 }),
            ".maxAge",
            "from 1",
        ),
    ] {
        let field = format!("spec.http.rules[0].filters[0].cors{field}");
        assert_fault(Kind::Route, &cors(fields), &field, words);
    }
    let fields = json!({
        "allowOrigins": ["https://shop.example", "http://*.Example.com:8080", "http://[::1]:3000"],
        "allowCredentials": true, "allowMethods": ["*"], "allowHeaders": ["*"],
        "exposeHeaders": ["X-Total"], "maxAge": 600,
    });
    assert!(admit(Kind::Route, &cors(fields)).is_ok());
}

#[test]
fn filters_of_a_single_backend_are_those_that_come_after_the_choice() {
    let filter = |filter: Value| {
        with(
            Kind::Route,
            "/spec/http/rules/0/backendRefs/0/filters",
            json!([filter]),
        )
    };
    let place = "spec.http.rules[0].backendRefs[0].filters[0]";
    let headers = json!({ "set": [{ "name": "A", "value": "1" }] });
    for fits in [
        json!({ "type": "RequestHeaderModifier", "requestHeaderModifier": headers }),
        json!({ "type": "URLRewrite", "urlRewrite": { "hostname": "a.example" } }),
        json!({ "type": "RequestMirror", "requestMirror": { "backendRef": { "name": "b" } } }),
        json!({ "type": "RequestRedirect", "requestRedirect": { "hostname": "a.example" } }),
    ] {
        assert!(admit(Kind::Route, &filter(fits.clone())).is_ok(), "{fits}");
    }
    let cors = json!({ "type": "CORS", "cors": { "allowOrigins": ["*"] } });
    let words = "put it into the rule's filters";
    assert_fault(Kind::Route, &filter(cors), &format!("{place}.type"), words);
    let broken = json!({ "type": "URLRewrite", "urlRewrite": {} });
    let field = format!("{place}.urlRewrite");
    assert_fault(Kind::Route, &filter(broken), &field, "rewrites nothing");
}

#[test]
fn a_redirect_that_leads_to_itself_is_refused() {
    let full = |path: &str| json!({ "type": "ReplaceFullPath", "replaceFullPath": path });
    let prefix = |path: &str| json!({ "type": "ReplacePrefixMatch", "replacePrefixMatch": path });
    let rule = |matches: Value, redirect: Value| {
        json!({ "matches": matches,
                "filters": [{ "type": "RequestRedirect", "requestRedirect": redirect }] })
    };
    let exact = |path: &str| json!([{ "path": { "type": "Exact", "value": path } }]);
    let below = |path: &str| json!([{ "path": { "value": path } }]);
    let route = |rules: Value| with(Kind::Route, "/spec/http/rules", rules);
    let place = |rule: usize| format!("spec.http.rules[{rule}].filters[0].requestRedirect");
    for (matches, redirect) in [
        (json!([]), json!({})),
        (json!([]), json!({ "statusCode": 301 })),
        (exact("/a"), json!({ "path": full("/a") })),
        (below("/a"), json!({ "path": prefix("/a/") })),
        (below("/"), json!({ "path": prefix("") })),
    ] {
        let sent = route(json!([rule(matches, redirect)]));
        assert_fault(Kind::Route, &sent, &place(0), "back to themselves");
    }
    let to = |path: &str| json!({ "path": full(path) });
    let sent = route(json!([
        rule(exact("/a"), to("/b")),
        rule(exact("/b"), to("/a"))
    ]));
    let error = refusal(Kind::Route, &sent);
    let places: Vec<&str> = error
        .causes
        .iter()
        .map(|fault| fault.field.as_str())
        .collect();
    assert_eq!(places, [place(0), place(1)]);
    assert!(
        error.causes[0].message.contains("`/a` to `/b` to `/a`"),
        "{error}"
    );
    let login = json!([{ "path": { "type": "Exact", "value": "/login" }, "method": "POST" }]);
    for rules in [
        json!([rule(json!([]), json!({ "scheme": "https" }))]),
        json!([rule(json!([]), json!({ "hostname": "www.example" }))]),
        json!([rule(below("/"), json!({ "path": full("/new") }))]),
        json!([rule(login, json!({ "statusCode": 303 }))]),
        json!([rule(exact("/a"), to("/b")), rule(exact("/b"), to("/c"))]),
    ] {
        let sent = route(rules);
        assert!(admit(Kind::Route, &sent).is_ok(), "{sent}");
    }
}
