//! Why nothing can be written, and what the system would do to a program whose file may not grow.

use std::io;

use crate::show::RecordingTrouble;

/// What an error of the system comes to.
pub(super) fn trouble(error: &io::Error) -> RecordingTrouble {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => RecordingTrouble::Full,
        io::ErrorKind::FileTooLarge => RecordingTrouble::TooLarge,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => RecordingTrouble::NotAllowed,
        _ => RecordingTrouble::Other(error.to_string()),
    }
}

/// Lets a write past the limit of a file's size fail, where the signal that comes with it would end the program. To be
/// called once, when the terminal is taken over: the list of recent scripts is written before any record.
pub fn survive_file_limits() {
    #[cfg(unix)]
    {
        use std::sync::atomic::AtomicBool;
        use std::sync::{Arc, Once};

        use signal_hook::consts::SIGXFSZ;

        static ONCE: Once = Once::new();
        // Nobody reads the flag: the write itself says what has happened. Where the signal cannot be caught the limit is
        // as deadly as before.
        ONCE.call_once(|| {
            let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn each_reason_has_its_words_and_any_other_is_told_as_the_system_does() {
        use rustix::io::Errno;

        let of = |errno: Errno| trouble(&errno.into());
        assert_eq!(of(Errno::NOSPC), RecordingTrouble::Full);
        assert_eq!(of(Errno::DQUOT), RecordingTrouble::Full);
        assert_eq!(of(Errno::FBIG), RecordingTrouble::TooLarge);
        for errno in [Errno::ACCESS, Errno::PERM, Errno::ROFS] {
            assert_eq!(of(errno), RecordingTrouble::NotAllowed);
        }
        let RecordingTrouble::Other(words) = of(Errno::IO) else {
            panic!("not told")
        };
        assert!(!words.is_empty());
    }
}
