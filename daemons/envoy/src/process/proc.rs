//! What `/proc` says about a process.

use std::fs;
use std::io;
use std::path::PathBuf;

use rustix::process::Pid;

/// Since boot, in clock ticks.
pub(super) fn start_ticks(pid: Pid) -> io::Result<u64> {
    let stat = fs::read_to_string(file(pid, "stat"))?;
    fields(&stat).and_then(|(_, start)| start).ok_or_else(|| {
        io::Error::new(
            io::ErrorKind::InvalidData,
            "/proc/PID/stat has no start time",
        )
    })
}

/// Whether it is not a zombie.
pub(super) fn is_running(pid: Pid) -> bool {
    let Ok(stat) = fs::read_to_string(file(pid, "stat")) else {
        return false;
    };
    fields(&stat).is_some_and(|(state, _)| !matches!(state, 'Z' | 'X'))
}

/// The program, also after its file was replaced.
pub(super) fn executable(pid: Pid) -> io::Result<PathBuf> {
    let path = fs::read_link(file(pid, "exe"))?;
    Ok(
        match path
            .to_str()
            .and_then(|path| path.strip_suffix(" (deleted)"))
        {
            Some(original) => PathBuf::from(original),
            None => path,
        },
    )
}

pub(super) fn boot_id() -> io::Result<String> {
    let id = fs::read_to_string("/proc/sys/kernel/random/boot_id")?;
    Ok(id.trim().to_owned())
}

fn file(pid: Pid, name: &str) -> PathBuf {
    PathBuf::from(format!("/proc/{}/{name}", pid.as_raw_nonzero()))
}

/// State and start time. The name, in parentheses, may itself have spaces and parentheses.
fn fields(stat: &str) -> Option<(char, Option<u64>)> {
    let (_, after_name) = stat.rsplit_once(')')?;
    let mut fields = after_name.split_whitespace();
    let state = fields.next()?.chars().next()?;
    // Field 22 of all, the name being the second.
    Some((state, fields.nth(18).and_then(|ticks| ticks.parse().ok())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_parentheses_does_not_confuse() {
        let stat = "42 (a) b) S 1 42 42 0 -1 4194560 100 0 0 0 5 6 0 0 20 0 4 0 987654 1000 10 1 2";
        assert_eq!(fields(stat), Some(('S', Some(987_654))));
    }

    #[test]
    fn this_process_is_running_since_some_time() {
        let pid = rustix::process::getpid();
        assert!(is_running(pid));
        assert!(start_ticks(pid).unwrap() > 0);
        assert_eq!(executable(pid).unwrap(), std::env::current_exe().unwrap());
    }
}
