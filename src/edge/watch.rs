//! stub
/// stub
pub struct Watch;
/// stub
pub struct WatchStyle;
