//! As little as a program of ratatui and crossterm can do: one paragraph, drawn anew at each key, `q` ends it.
//!
//! What `ikrar` costs beyond this is its own; `cargo bench --bench pty` runs both in turn. A frame stands between the
//! marks of a synchronized update here as well, so that its end is known for both.

use std::io;

use crossterm::event::{Event, KeyCode, read};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::widgets::{Paragraph, Wrap};

fn main() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen)?;
    let ended = keep_drawing();
    execute!(io::stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()?;
    ended
}

fn keep_drawing() -> io::Result<()> {
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    let mut keys = 0;
    loop {
        queue!(io::stdout(), BeginSynchronizedUpdate)?;
        terminal.draw(|frame| {
            let text =
                format!("{keys} tombol. Satu paragraf yang digambar ulang setiap kali tombol ditekan.");
            frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }), frame.area());
        })?;
        execute!(io::stdout(), EndSynchronizedUpdate)?;
        if let Event::Key(key) = read()? {
            if key.code == KeyCode::Char('q') {
                return Ok(());
            }
            keys += 1;
        }
    }
}
