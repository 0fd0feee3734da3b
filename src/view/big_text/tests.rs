//! Any text at any size fits its area and loses no word.

use super::*;

#[test]
fn words_stay_whole_and_in_order() {
    let size = TypeSize { rows: 4 };
    let look = Look::default();
    let text = "kepada Pegawai ASN dan seluruh elemen masyarakat,";
    let lines = broken(text, size, 112, look);
    assert_eq!(lines.join(" "), text);
    assert!(lines.iter().all(|line| columns(line, size, look) <= 112));
}
