use super::*;

#[test]
fn a_gateway_in_good_health_is_drawn_from_address_to_endpoint() {
    let topology = World::new().topology();
    assert_eq!(
        topology.to_text(Glyphs::Unicode),
        "\
Gateway acme/web at revision 20

Addresses
  ● 198.51.100.7  public  12.0/s, 1.0 errors/s

Listeners
  ● http:80  HTTP every host  12.0/s, 1.0 errors/s
  ● https:443  HTTPS *.shop.example

Instances
  ● n1  revision 15  6.0/s, 0.5 errors/s
  ● n2  revision 15  6.0/s, 0.5 errors/s

Routes
  ● shop  /cart  12.0/s, 1.0 errors/s
  ├─ ● v1 67%  2 of 2 endpoints healthy  6.0/s
  │  ├─ ● 10.0.1.1:8080  v1-a  3.0/s
  │  └─ ● 10.0.1.2:8080  3.0/s
  └─ ● v2 33%  2 of 2 endpoints healthy  6.0/s
     ├─ ● 10.0.2.1:8080  v2-a  3.0/s
     └─ ● 10.0.2.2:8080  3.0/s
"
    );
}

#[test]
fn trouble_shows_where_it_is_and_says_what_helps_in_plain_ascii_too() {
    let mut world = World::new();
    world.intent.certificates.clear();
    world.intent.backends.remove("v2");
    world.reports.remove("n2");
    world.report("n1").acknowledged_revision = 12;
    world.set_unhealthy("n1", "v1", 1);
    assert_eq!(world.topology().to_text(Glyphs::Ascii), "\
Gateway acme/web at revision 20

Addresses
  * 198.51.100.7  public  6.0/s, 0.5 errors/s

Listeners
  * http:80  HTTP every host  6.0/s, 0.5 errors/s
  x https:443  HTTPS *.shop.example  [Certificate `shop` does not exist: epicctl certificate create shop]

Instances
  ~ n1  revision 12  6.0/s, 0.5 errors/s  [revision 12 of 15]
  ? n2  [node n2 has not reported it: epicctl node get n2]

Routes
  ~ shop  /cart  6.0/s, 0.5 errors/s  [Backend `v1` works in part; Backend `v2` does not exist: epicctl backend create v2]
  |- ~ v1 67%  1 of 2 endpoints healthy  3.0/s  [1 of 2 endpoints down]
  |  |- * 10.0.1.1:8080  v1-a  1.5/s
  |  `- x 10.0.1.2:8080  1.5/s  [failed_active_hc]
  `- x v2 33%  [Backend `v2` does not exist: epicctl backend create v2]
");
}

#[test]
fn every_edge_joins_two_nodes_of_columns_side_by_side_and_all_is_sorted() {
    let topology = World::new().topology();
    let stage = |id: &str| {
        topology
            .nodes
            .iter()
            .find(|node| node.id == id)
            .unwrap()
            .stage
    };
    for edge in &topology.edges {
        assert_eq!(
            stage(&edge.from) as u8 + 1,
            stage(&edge.to) as u8,
            "{edge:?}"
        );
    }
    assert!(
        topology
            .nodes
            .is_sorted_by_key(|node| (node.stage, node.id.clone()))
    );
    assert!(
        topology
            .edges
            .is_sorted_by_key(|edge| (edge.from.clone(), edge.to.clone()))
    );
    assert_eq!(topology.nodes.len(), 1 + 2 + 2 + 1 + 2 + 4);
    assert_eq!(topology.edges.len(), 2 + 4 + 2 + 2 + 4);
}

#[test]
fn other_programs_get_the_graph_with_its_texts_escaped() {
    let mut world = World::new();
    world.report("n1").state = crate::gateway::InstanceState::Restarting;
    world.report("n1").message = "said \"no\" <here>".into();
    let topology = world.topology();
    let dot = topology.to_dot();
    assert!(
        dot.contains(r#""route/shop" -> "backend/v1" [label="67%"];"#),
        "{dot}"
    );
    assert!(
        dot.contains(r#"starts again: said \"no\" <here>", color=red];"#),
        "{dot}"
    );
    let mermaid = topology.to_mermaid();
    assert!(
        mermaid.starts_with("flowchart LR\n  n0[\"198.51.100.7<br>public"),
        "{mermaid}"
    );
    assert!(
        mermaid.contains("said &quot;no&quot; &lt;here&gt;\"]:::red"),
        "{mermaid}"
    );
    assert!(mermaid.contains("-->|\"67%\"| n"), "{mermaid}");
}
