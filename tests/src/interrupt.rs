//! Ctrl-C ends the lab in order instead of on the spot.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use anyhow::{Result, bail};
use tokio::signal::unix::{SignalKind, signal};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// From here on SIGINT, SIGTERM and SIGHUP only set what [`check`] looks at.
pub fn install() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let guard = runtime.enter();
    let mut signals = [
        signal(SignalKind::interrupt())?,
        signal(SignalKind::terminate())?,
        signal(SignalKind::hangup())?,
    ];
    drop(guard);
    thread::spawn(move || {
        runtime.block_on(async {
            let [first, second, third] = &mut signals;
            tokio::select! {
                _ = first.recv() => {},
                _ = second.recv() => {},
                _ = third.recv() => {},
            }
        });
        INTERRUPTED.store(true, Ordering::Relaxed);
        // Dropping the runtime leaves the handlers in place: a second Ctrl-C must not cut the
        // tear-down short.
    });
    Ok(())
}

/// Whether somebody wants the lab to end.
pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}

/// Ends the work at hand when somebody wants the lab to end.
pub fn check() -> Result<()> {
    if interrupted() {
        bail!("interrupted");
    }
    Ok(())
}
