//! Carries connections from a namespace to this machine's loopback, so that an agent in a namespace
//! reaches an epicd outside without a route between the two.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread;

use anyhow::{Context as _, Result};
use tokio::io::copy_bidirectional;
use tokio::net::TcpStream;
use tokio::sync::oneshot;

use crate::netns::Place;

/// A relay; ends when dropped.
pub struct Relay {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Relay {
    /// Listens in `place` on the loopback port that `target` has, and connects each caller to
    /// `target` in this machine's own namespace.
    pub fn start(place: &Place, target: SocketAddr) -> Result<Relay> {
        let here = SocketAddr::from((Ipv4Addr::LOCALHOST, target.port()));
        let listener = place
            .enter(|| TcpListener::bind(here))?
            .with_context(|| format!("can't listen on {here} in the namespace"))?;
        listener.set_nonblocking(true)?;
        let (stop, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
                    return;
                };
                let accept = async {
                    while let Ok((mut near, _)) = listener.accept().await {
                        tokio::spawn(async move {
                            if let Ok(mut far) = TcpStream::connect(target).await {
                                let _ended = copy_bidirectional(&mut near, &mut far).await;
                            }
                        });
                    }
                };
                tokio::select! { () = accept => {}, _ = stopped => {} }
            });
        });
        Ok(Relay {
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _joined = thread.join();
        }
    }
}
