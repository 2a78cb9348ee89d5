//! Finds an Envoy that nobody remembers, by the bootstrap file it was started with.

use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use epic_envoy::process::ProcessRecord;

/// The process that runs with this bootstrap, if there is one.
pub(super) fn find(bootstrap: &Path, log: &Path) -> Option<ProcessRecord> {
    let processes = fs::read_dir("/proc").ok()?.flatten();
    processes
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .find_map(|pid| record(pid, bootstrap, log))
}

fn record(pid: i32, bootstrap: &Path, log: &Path) -> Option<ProcessRecord> {
    let directory = Path::new("/proc").join(pid.to_string());
    let arguments = fs::read(directory.join("cmdline")).ok()?;
    let mut arguments = arguments.split(|byte| *byte == 0);
    arguments.find(|argument| *argument == b"--config-path")?;
    if arguments.next()? != bootstrap.as_os_str().as_bytes() {
        return None;
    }
    let boot_id = fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let executable = fs::read_link(directory.join("exe")).ok()?;
    // So Linux marks a program whose file was replaced since.
    let original = executable.to_str()?.trim_end_matches(" (deleted)");
    Some(ProcessRecord {
        pid,
        start_ticks: start_ticks(&fs::read_to_string(directory.join("stat")).ok()?)?,
        boot_id: boot_id.trim().to_owned(),
        executable: original.into(),
        log: log.to_owned(),
    })
}

/// Field 22 of `proc_pid_stat(5)`; the second, the name, may hold spaces and brackets.
fn start_ticks(stat: &str) -> Option<u64> {
    let (_, after_name) = stat.rsplit_once(") ")?;
    after_name.split(' ').nth(19)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_is_read_whatever_the_process_is_called() {
        let after = "S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4711 20";
        assert_eq!(start_ticks(&format!("12 (a b) c) {after}")), Some(4711));
        assert_eq!(start_ticks("12 (envoy) S 1"), None);
    }

    #[test]
    fn nothing_is_found_where_nothing_runs() {
        assert_eq!(
            find(Path::new("/nonexistent/bootstrap.json"), Path::new("/log")),
            None
        );
    }
}
