//! Copies of requests.

use crate::support::{GATEWAY, Instance, backend, get, intent, own_address, scripted};

#[tokio::test]
async fn every_mirror_gets_its_share_of_copies_and_its_answers_are_dropped() {
    let main = scripted("main", &[]).await;
    let all = scripted("all", &[]).await;
    let half = scripted("half", &[]).await;
    let none = scripted("none", &[]).await;
    let of_backend = scripted("of-backend", &[]).await;
    let address = own_address();
    let yaml = format!(
        "{GATEWAY}{}{}{}{}{}
---
kind: Route
metadata: {{name: r}}
spec:
  parentRefs: [{{name: web}}]
  http:
    rules:
    - filters:
      - {{type: RequestMirror, requestMirror: {{backendRef: {{name: all}}}}}}
      - {{type: RequestMirror, requestMirror: {{backendRef: {{name: half}}, percent: 50}}}}
      - {{type: RequestMirror, requestMirror: {{backendRef: {{name: none}}, fraction: {{numerator: 0, denominator: 3}}}}}}
      - {{type: RequestMirror, requestMirror: {{backendRef: {{name: nobody}}}}}}
      backendRefs:
      - name: main
        filters:
        - {{type: RequestMirror, requestMirror: {{backendRef: {{name: of-backend}}, fraction: {{numerator: 3, denominator: 3}}}}}}
",
        backend("main", &[main.address]),
        backend("all", &[all.address]),
        backend("half", &[half.address]),
        backend("none", &[none.address]),
        backend("of-backend", &[of_backend.address])
    );
    let gateway = Instance::start(address, &intent(address, &yaml)).await;
    let mut connection = gateway.connect(8080).await;
    for _ in 0..200 {
        let answer = connection.send(get("h.example.com", "/x?q=1")).await;
        assert_eq!(answer.from(), "main");
    }
    all.has_seen(200).await;
    of_backend.has_seen(200).await;
    half.has_seen(60).await;
    assert_eq!(main.count(), 200);
    assert!(half.count() < 140, "{}", half.count());
    assert_eq!(none.count(), 0);
    let copies = all.seen.lock().unwrap();
    assert!(
        copies.iter().all(|copy| copy == "GET /x?q=1 h.example.com"),
        "{copies:?}"
    );
}
