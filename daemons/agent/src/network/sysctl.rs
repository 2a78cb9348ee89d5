//! Kernel parameters of the calling thread's network namespace.

use std::fs;
use std::io;
use std::path::Path;

use super::NetworkError;

/// Sets a parameter below `/proc/sys/net`; whether it was something else.
pub(super) fn set(name: &str, value: &str) -> Result<bool, NetworkError> {
    let path = Path::new("/proc/sys/net").join(name);
    let failed =
        |cause: io::Error| NetworkError::net(format!("set {} to {value}", path.display()), cause);
    if fs::read_to_string(&path).map_err(failed)?.trim() == value {
        return Ok(false);
    }
    fs::write(&path, value).map_err(failed)?;
    Ok(true)
}

/// Whether the kernel has IPv6.
pub(super) fn has_v6() -> bool {
    Path::new("/proc/sys/net/ipv6").exists()
}
