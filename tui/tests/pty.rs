//! The dashboard on a real terminal.

use std::io::{Read as _, Write as _};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const PATIENCE: Duration = Duration::from_secs(20);

/// The example beside this test, which cargo builds with it.
fn scripted() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows its file");
    let path = test
        .ancestors()
        .nth(2)
        .expect("tests are in target/debug/deps")
        .join("examples/scripted");
    assert!(
        path.exists(),
        "{} is missing: run cargo test -p epic-tui",
        path.display()
    );
    path
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("terminals have cells")
}

/// Reads until the screen is as wanted.
fn wait_for(screen: &mut vt100::Parser, output: &Receiver<Vec<u8>>, wanted: &str) {
    let deadline = Instant::now() + PATIENCE;
    while !screen.screen().contents().contains(wanted) {
        let left = deadline.saturating_duration_since(Instant::now());
        match output.recv_timeout(left) {
            Ok(bytes) => screen.process(&bytes),
            Err(error) => panic!("{error}: no `{wanted}` in\n{}", screen.screen().contents()),
        }
    }
}

#[test]
fn it_starts_draws_follows_a_resize_quits_by_q_and_gives_the_terminal_back() {
    let pair = native_pty_system().openpty(size(24, 80)).unwrap();
    let before = pair.master.get_termios().unwrap();
    let mut command = CommandBuilder::new(scripted());
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let (sender, output) = channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    let mut screen = vt100::Parser::new(cells(24), cells(80), 0);

    wait_for(&mut screen, &output, "198.51.100.7");
    assert!(screen.screen().alternate_screen());
    assert_ne!(
        pair.master.get_termios().unwrap().local_flags,
        before.local_flags
    );

    screen.screen_mut().set_size(cells(40), cells(120));
    pair.master.resize(size(40, 120)).unwrap();
    wait_for(&mut screen, &output, "ACCOUNT");

    writer.write_all(b"j\r").unwrap();
    wait_for(&mut screen, &output, "Explain");

    writer.write_all(b"qq").unwrap();
    let deadline = Instant::now() + PATIENCE;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > deadline {
            child.kill().unwrap();
            panic!("q did not quit");
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    assert!(status.success());
    let after = pair.master.get_termios().unwrap();
    assert_eq!(after.local_flags, before.local_flags);
    while let Ok(bytes) = output.recv_timeout(Duration::from_millis(200)) {
        screen.process(&bytes);
    }
    assert!(!screen.screen().alternate_screen());
    assert!(!screen.screen().hide_cursor());
}
