use super::*;

const GROUP_FILE: &str = r#"apiVersion: epic.acnodal.io/v1
kind: ServicePrefix
metadata:
  name: default
  namespace: epic
spec:
  public-pool:
    pool: 192.168.77.2 - 192.168.77.77
    subnet: 192.168.77.0/24
    aggregation: /32
    multus-bridge: multus0
---
apiVersion: epic.acnodal.io/v1
kind: LBServiceGroup
metadata:
  name: gatewayhttp
  namespace: epic-root
  labels:
    epic.acnodal.io/owning-account: root
    epic.acnodal.io/owning-serviceprefix: default
spec:
  can-be-shared: true
  envoy-replica-count: 2
  endpoint-template:
    dnsName: "{{.LBName}}.example"
    recordTTL: 180
  envoy-template:
    envoyAPI: v3
    serialization: yaml
    nodeID: SET_BY_EPIC
    envoyResources:
      clusters:
      - name: SET_BY_EPIC
        value: |
          name: {{.ClusterName}}
          connect_timeout: 2s
          lb_policy: ROUND_ROBIN
          dns_lookup_family: V4_ONLY
      listeners:
      - name: SET_BY_EPIC
        value: |
          {{- range .Ports}}
          address: x
          stream_idle_timeout: 300s
          tls_minimum_protocol_version: TLSv1_3
          {{- end}}
      secrets:
      - name: x
---
apiVersion: v1
kind: Secret
metadata: { name: a }
"#;

#[test]
fn a_group_becomes_a_template_a_prefix_a_pool_and_the_rest_is_told_by_line() {
    let imported = import(GROUP_FILE, None).unwrap();
    let specs: Vec<(String, serde_json::Value)> = imported
        .objects
        .iter()
        .map(|object| (object.key().to_string(), object.spec.clone()))
        .collect();
    assert_eq!(
        specs,
        [
            (
                "IPPool default".to_owned(),
                serde_json::json!({ "addresses": ["192.168.77.2-192.168.77.77"] })
            ),
            (
                "GatewayTemplate gatewayhttp".to_owned(),
                serde_json::json!({
                    "pools": ["default"], "instances": 2,
                    "timeouts": { "connect": "2s", "idle": "5m" },
                    "tls": { "minVersion": "1.3" },
                })
            ),
        ]
    );
    let left: Vec<(u64, &str)> = imported
        .left
        .iter()
        .map(|left| (left.line, left.field.as_str()))
        .collect();
    let clusters = "spec.envoy-template.envoyResources.clusters[0].value";
    assert_eq!(
        left,
        [
            (5, "metadata.namespace"),
            (9, "spec.public-pool.subnet"),
            (10, "spec.public-pool.aggregation"),
            (11, "spec.public-pool.multus-bridge"),
            (17, "metadata.namespace"),
            (19, "metadata.labels.epic.acnodal.io/owning-account"),
            (22, "spec.can-be-shared"),
            (25, "spec.endpoint-template.dnsName"),
            (26, "spec.endpoint-template.recordTTL"),
            (37, &format!("{clusters}.lb_policy")),
            (38, &format!("{clusters}.dns_lookup_family")),
            (47, "spec.envoy-template.envoyResources.secrets"),
            (50, "kind"),
        ]
    );
    let why = |line: u64| {
        let found = imported.left.iter().find(|left| left.line == line);
        found.unwrap().why.clone()
    };
    assert!(why(37).contains("`loadBalancing` on the Backends"));
    assert!(why(38).contains("spec.envoyPatch"));
}

#[test]
fn what_can_not_be_imported_is_refused_with_its_line() {
    let group = "apiVersion: epic.acnodal.io/v1\nkind: LBServiceGroup\n";
    for (text, line, words) in [
        ("a: [\n".to_owned(), Some(2), ""),
        ("- a\n".to_owned(), Some(1), "is not an object"),
        ("a: 1\n".to_owned(), Some(1), "no `kind`"),
        (group.to_owned(), Some(1), "no `metadata`"),
        (
            format!("{group}metadata: {{ name: a }}\n"),
            Some(1),
            "give `--pool NAME`",
        ),
        (
            format!("{group}metadata: {{ name: a }}\nspec:\n  envoy-replica-count: many\n"),
            Some(5),
            "is not a number",
        ),
        (
            format!("{group}metadata: {{ name: A_B }}\n"),
            Some(1),
            "would not be valid",
        ),
        ("x".repeat(5 << 20), None, "larger than 4 MiB"),
    ] {
        let pool = words != "give `--pool NAME`";
        let refusal = import(&text, pool.then_some("public")).unwrap_err();
        let shown = &text[..text.len().min(80)];
        assert!(refusal.message.contains(words), "{shown}: {refusal:?}");
        if line.is_none() || words.is_empty() {
            continue;
        }
        assert_eq!(refusal.line, line, "{shown}: {refusal:?}");
    }
}
