#[test]
fn show() {
    for line in std::fs::read_to_string("/tmp/corpus.txt").unwrap().lines() {
        if line.starts_with('#') { println!("\n{line}"); continue }
        for p in super::cut(line, &[]) { println!("  {} {}", p.words, p.text); }
        println!();
    }
}
