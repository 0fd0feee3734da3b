//! The name of this screen, by which its leader tells it from others, for as long as the program runs.

use std::fmt::{self, Display, Formatter};
use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

/// After a full house it is tried again after so long at least.
const FULL: Duration = Duration::from_secs(5);

/// However long a leader says.
const LONGEST: Duration = Duration::from_secs(30);

/// Screens that were turned away together come again within so long of each other.
const SPREAD: Duration = Duration::from_secs(2);

/// It.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ScreenName(u64);

impl ScreenName {
    pub(super) fn made_up() -> Self {
        // Every `RandomState` has keys of its own, from the system.
        Self(RandomState::new().hash_one(std::process::id()))
    }

    /// How long this screen waits after a leader had no room for it, who may say how long: each screen another time.
    pub(super) fn comes_again_after(self, told: Option<&str>) -> Duration {
        let told = told.and_then(|seconds| seconds.trim().parse().ok());
        let told = told.map_or(FULL, Duration::from_secs).clamp(FULL, LONGEST);
        let spread = u64::try_from(SPREAD.as_millis()).unwrap_or(u64::MAX);
        told + Duration::from_millis(self.0 % spread)
    }
}

impl Display for ScreenName {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_again_when_it_is_told_within_bounds_and_not_with_all_others() {
        let (first, other) = (ScreenName(0), ScreenName(1_500));
        let seconds = |told| first.comes_again_after(told).as_secs();
        assert_eq!(seconds(None), 5);
        assert_eq!(seconds(Some("12")), 12);
        assert_eq!(seconds(Some("0")), 5);
        assert_eq!(seconds(Some("86400")), 30);
        assert_eq!(seconds(Some("Sun, 22 Nov 2026 07:00:00 GMT")), 5);
        let millis = |screen: ScreenName| screen.comes_again_after(Some("5")).as_millis();
        assert_eq!((millis(first), millis(other)), (5_000, 6_500));
        assert!((5_000..7_000).contains(&millis(ScreenName(u64::MAX))));
    }

    #[test]
    fn every_screen_has_a_name_of_its_own() {
        assert_ne!(ScreenName::made_up(), ScreenName::made_up());
        assert_eq!(ScreenName(7).to_string(), "0000000000000007");
    }
}
