//! The figures as they are printed: what, how much, the target, and whether it is met.

use std::time::Duration;

/// Prints a line of the table. Without a target the figure is told for its own sake.
pub(crate) fn line(what: &str, figure: &str, target: &str, met: Option<bool>) {
    let verdict = match met {
        Some(true) => "met",
        Some(false) => "missed",
        None => "",
    };
    println!("{what:<44} {figure:<44} {target:<22} {verdict}");
}

/// A time that may be so long.
pub(crate) fn time(what: &str, times: &mut [Duration], most: Duration) {
    let median = median(times);
    line(
        what,
        &told(times),
        &format!("{} at most", milliseconds(most)),
        Some(median <= most),
    );
}

/// A time that may be so many times another: by the medians, for both were taken in turn.
pub(crate) fn ratio(what: &str, times: &mut [Duration], than: &mut [Duration], most: f64) {
    let ratio = median(times).as_secs_f64() / median(than).as_secs_f64();
    let figure = format!(
        "{ratio:.2} ({} : {})",
        milliseconds(median(times)),
        milliseconds(median(than))
    );
    line(what, &figure, &format!("{most:.1} at most"), Some(ratio <= most));
}

/// A time that may be so much longer than another: by the medians, for both were taken in turn.
pub(crate) fn longer(what: &str, times: &mut [Duration], than: &mut [Duration], most: Duration) {
    let (median, than) = (median(times), median(than));
    let longer = median.saturating_sub(than);
    let figure = format!(
        "{} longer ({} : {})",
        milliseconds(longer),
        milliseconds(median),
        milliseconds(than)
    );
    let target = format!("{} at most", milliseconds(most));
    line(what, &figure, &target, Some(longer <= most));
}

/// Median and least.
pub(crate) fn told(times: &mut [Duration]) -> String {
    let median = median(times);
    let least = times.first().copied().unwrap_or_default();
    format!("{}, least {}", milliseconds(median), milliseconds(least))
}

/// Sorts the times and gives the one in the middle.
pub(crate) fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

pub(crate) fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}
