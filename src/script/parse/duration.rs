//! Lengths of time as a script writes them: `90s`, `1m`, `1m30s`, `1h`.

use crate::script::Fault;

/// The longest step, in seconds: a day.
pub(crate) const LONGEST: u32 = 24 * 60 * 60;

/// The seconds of a length of time: hours, minutes and seconds, each at most once and in this order.
pub(crate) fn read(text: &str) -> Result<u32, Fault> {
    let text = text.trim();
    if let Some(positive) = text.strip_prefix(['-', '−']) {
        return Err(read(positive).map_or(Fault::WrongDuration, |_| Fault::NegativeDuration));
    }
    let mut rest = text;
    let mut seconds: u32 = 0;
    for (letter, weight) in [('h', 3600), ('m', 60), ('s', 1)] {
        let Some((digits, after)) = rest.split_once(letter) else {
            continue;
        };
        let known = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits
            .parse::<u32>()
            .ok()
            .filter(|_| known)
            .ok_or(Fault::WrongDuration)?;
        let part = number.checked_mul(weight).ok_or(Fault::WrongDuration)?;
        seconds = seconds.checked_add(part).ok_or(Fault::WrongDuration)?;
        rest = after;
    }
    let whole = rest.is_empty() && !text.is_empty() && seconds <= LONGEST;
    whole.then_some(seconds).ok_or(Fault::WrongDuration)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_and_seconds_are_read() {
        let read: Vec<_> = ["90s", "1m", "1m30s", "1h", "1h5m", "0s", " 2m "]
            .map(read)
            .into();
        assert_eq!(read, [Ok(90), Ok(60), Ok(90), Ok(3600), Ok(3900), Ok(0), Ok(120)]);
    }

    #[test]
    fn a_negative_duration_is_told_apart_from_a_wrong_one() {
        assert_eq!(read("-30s"), Err(Fault::NegativeDuration));
        assert_eq!(read("-"), Err(Fault::WrongDuration));
    }

    #[test]
    fn anything_else_is_wrong() {
        for text in [
            "",
            "90",
            "m",
            "1s1m",
            "1.5m",
            "1 m 30 s",
            "+1m",
            "1m30",
            "99999999999s",
            "25h",
            "9999999h",
            "satu menit",
        ] {
            assert_eq!(read(text), Err(Fault::WrongDuration), "{text:?}");
        }
    }
}
