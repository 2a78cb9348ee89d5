//! Envoy's output, in a file that does not grow without end.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// Beyond this the log begins anew; one older part is kept.
const LARGEST: u64 = 10 * 1024 * 1024;

/// Opens for appending; always at the end, also after it was emptied while Envoy writes.
pub(super) fn open(path: &Path) -> io::Result<File> {
    keep_bounded(path);
    OpenOptions::new()
        .append(true)
        .create(true)
        .mode(0o640)
        .open(path)
}

/// Moves a log that is too long to `<name>.1` and empties it. Copies: Envoy holds the file open.
pub(super) fn keep_bounded(path: &Path) {
    let length = fs::metadata(path).map_or(0, |meta| meta.len());
    if length <= LARGEST {
        return;
    }
    let older = path.with_added_extension("1");
    let moved =
        fs::copy(path, &older).and_then(|_| OpenOptions::new().write(true).open(path)?.set_len(0));
    if let Err(error) = moved {
        tracing::warn!(log = %path.display(), %error, "can't shorten Envoy's log");
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_log_too_long_begins_anew_and_its_writer_goes_on_at_the_begin() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("envoy.log");
        let mut writer = open(&path).unwrap();
        let block = vec![b'x'; 1024 * 1024];
        for _ in 0..11 {
            writer.write_all(&block).unwrap();
        }

        keep_bounded(&path);
        writer.write_all(b"next").unwrap();

        assert_eq!(fs::read(&path).unwrap(), b"next");
        assert_eq!(
            fs::metadata(folder.path().join("envoy.log.1"))
                .unwrap()
                .len(),
            11 << 20
        );
    }
}
