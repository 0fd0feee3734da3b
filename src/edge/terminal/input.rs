//! The thread that reads keys and the mouse. It blocks in one read, stamps what it gets, and knows nothing of what keys do.
//!
//! A paste is told whole and never as keys: a text that lands in the terminal must not move the ceremony. Of the mouse only the left
//! button going down and the wheel are told, and nothing where it was not asked for.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{
    self, Event, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::super::Timekeeper;
use super::restore;
use crate::show::{Key, KeyCode, Moment, Msg};

/// The status of a program that ends because its terminal is gone: that of a hang-up.
pub(super) const TERMINAL_GONE: i32 = 128 + 1;

/// One notch of the wheel, in rows.
const NOTCH: isize = 3;

/// Starts the thread.
#[expect(clippy::disallowed_methods, reason = "this is where the thread is started")]
pub(super) fn listen(sender: Sender<Msg>, timekeeper: Timekeeper, mouse: bool) -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        // A program that hears no key is of no use on any screen: a failure here is the terminal's end.
        match catch_unwind(AssertUnwindSafe(|| read(&sender, timekeeper, mouse))) {
            Ok(Ok(())) => {}
            Ok(Err(_)) | Err(_) => restore::end(TERMINAL_GONE),
        }
    })?;
    Ok(())
}

/// Reads until nobody listens.
fn read(sender: &Sender<Msg>, timekeeper: Timekeeper, mouse: bool) -> io::Result<()> {
    loop {
        let event = event::read()?;
        if let Some(msg) = told(&event, mouse, timekeeper.now())
            && sender.send(msg).is_err()
        {
            return Ok(());
        }
    }
}

fn told(event: &Event, mouse: bool, at: Moment) -> Option<Msg> {
    match event {
        Event::Key(event) => {
            let key = key(*event)?;
            Some(Msg::KeyPressed {
                key,
                repeated: event.kind == KeyEventKind::Repeat,
                at,
            })
        }
        // On Unix the thread of signals tells it: crossterm listens for it only from the first read on, and a window
        // that changes its size before, as tiling ones do, would be drawn in the old one for good.
        Event::Resize(..) if cfg!(unix) => None,
        Event::Resize(columns, rows) => Some(Msg::Resized {
            columns: *columns,
            rows: *rows,
        }),
        Event::Mouse(event) if mouse => mouse_told(*event, at),
        Event::Paste(text) => Some(Msg::Pasted {
            text: text.as_str().into(),
            at,
        }),
        Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    }
}

fn mouse_told(event: MouseEvent, at: Moment) -> Option<Msg> {
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Msg::MousePressed {
            column: event.column,
            row: event.row,
            at,
        }),
        MouseEventKind::ScrollUp => Some(Msg::WheelTurned { rows: -NOTCH, at }),
        MouseEventKind::ScrollDown => Some(Msg::WheelTurned { rows: NOTCH, at }),
        MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => None,
    }
}

/// The key of a press. Terminals differ in how they tell of Shift and of the case of a letter with Ctrl; here a letter
/// with Shift is the capital, and a letter with Ctrl the small one.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let alt = event
        .modifiers
        .intersects(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META);
    let code = match event.code {
        event::KeyCode::Char(character) if ctrl => KeyCode::Char(character.to_ascii_lowercase()),
        event::KeyCode::Char(character) if shift => KeyCode::Char(capital(character)),
        event::KeyCode::Char(character) => KeyCode::Char(character),
        event::KeyCode::Enter => KeyCode::Enter,
        event::KeyCode::Esc => KeyCode::Esc,
        event::KeyCode::Backspace => KeyCode::Backspace,
        event::KeyCode::Tab => KeyCode::Tab,
        event::KeyCode::Up => KeyCode::Up,
        event::KeyCode::Down => KeyCode::Down,
        event::KeyCode::Left => KeyCode::Left,
        event::KeyCode::Right => KeyCode::Right,
        event::KeyCode::Home => KeyCode::Home,
        event::KeyCode::End => KeyCode::End,
        event::KeyCode::PageUp => KeyCode::PageUp,
        event::KeyCode::PageDown => KeyCode::PageDown,
        event::KeyCode::F(number) => KeyCode::F(number),
        // Not yet a key, only the beginning of one.
        event::KeyCode::Modifier(_)
        | event::KeyCode::CapsLock
        | event::KeyCode::NumLock
        | event::KeyCode::ScrollLock => return None,
        event::KeyCode::BackTab
        | event::KeyCode::Insert
        | event::KeyCode::Delete
        | event::KeyCode::Null
        | event::KeyCode::PrintScreen
        | event::KeyCode::Pause
        | event::KeyCode::Menu
        | event::KeyCode::KeypadBegin
        | event::KeyCode::Media(_) => KeyCode::Other,
    };
    Some(Key { code, ctrl, alt })
}

fn capital(character: char) -> char {
    let mut capitals = character.to_uppercase();
    match (capitals.next(), capitals.next()) {
        (Some(capital), None) => capital,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Moment = Moment {
        wall: jiff::Timestamp::UNIX_EPOCH,
        steady: std::time::Duration::ZERO,
    };

    fn pressed(code: event::KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        key(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn letters_with_ctrl_are_small_whatever_the_terminal_says() {
        for letter in ['c', 'C'] {
            let given = pressed(event::KeyCode::Char(letter), KeyModifiers::CONTROL);
            assert_eq!(given, Some(Key::ctrl(KeyCode::Char('c'))));
        }
        let shifted = pressed(
            event::KeyCode::Char('R'),
            KeyModifiers::CONTROL | KeyModifiers::SHIFT,
        );
        assert_eq!(shifted, Some(Key::ctrl(KeyCode::Char('r'))));
    }

    #[test]
    fn letters_with_shift_are_capitals_whatever_the_terminal_says() {
        for letter in ['g', 'G'] {
            let given = pressed(event::KeyCode::Char(letter), KeyModifiers::SHIFT);
            assert_eq!(given, Some(Key::plain(KeyCode::Char('G'))));
        }
        let plain = pressed(event::KeyCode::Char('g'), KeyModifiers::NONE);
        assert_eq!(plain, Some(Key::plain(KeyCode::Char('g'))));
    }

    #[test]
    fn backspace_is_not_ctrl_h() {
        let backspace = pressed(event::KeyCode::Backspace, KeyModifiers::NONE);
        assert_eq!(backspace, Some(Key::plain(KeyCode::Backspace)));
        let ctrl_h = pressed(event::KeyCode::Char('h'), KeyModifiers::CONTROL);
        assert_eq!(ctrl_h, Some(Key::ctrl(KeyCode::Char('h'))));
    }

    #[test]
    fn a_key_without_a_name_of_its_own_is_another_key_and_a_lone_modifier_is_none() {
        let backward = pressed(event::KeyCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(backward, Some(Key::plain(KeyCode::Other)));
        assert_eq!(pressed(event::KeyCode::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn releases_are_not_told_and_repeats_are_marked() {
        let down = |kind| KeyEvent::new_with_kind(event::KeyCode::Down, KeyModifiers::NONE, kind);
        assert_eq!(told(&Event::Key(down(KeyEventKind::Release)), false, AT), None);
        for (kind, marked) in [(KeyEventKind::Press, false), (KeyEventKind::Repeat, true)] {
            let msg = told(&Event::Key(down(kind)), false, AT);
            assert_eq!(
                msg,
                Some(Msg::KeyPressed {
                    key: Key::plain(KeyCode::Down),
                    repeated: marked,
                    at: AT
                })
            );
        }
    }

    #[test]
    fn a_paste_is_told_as_one_and_never_as_keys() {
        let pasted = Msg::Pasted {
            text: "n n\r".into(),
            at: AT,
        };
        assert_eq!(told(&Event::Paste("n n\r".to_owned()), true, AT), Some(pasted));
        assert_eq!(told(&Event::FocusLost, true, AT), None);
    }

    #[test]
    fn a_new_size_is_told_once_by_signal_or_by_event() {
        let size = Msg::Resized {
            columns: 80,
            rows: 24,
        };
        assert_eq!(
            told(&Event::Resize(80, 24), false, AT),
            (!cfg!(unix)).then_some(size)
        );
    }

    fn moused(kind: MouseEventKind, mouse: bool) -> Option<Msg> {
        let event = Event::Mouse(MouseEvent {
            kind,
            column: 7,
            row: 3,
            modifiers: KeyModifiers::NONE,
        });
        told(&event, mouse, AT)
    }

    #[test]
    fn of_the_mouse_the_left_button_going_down_and_the_wheel_are_told() {
        let pressed = Msg::MousePressed {
            column: 7,
            row: 3,
            at: AT,
        };
        assert_eq!(
            moused(MouseEventKind::Down(MouseButton::Left), true),
            Some(pressed)
        );
        for (kind, rows) in [(MouseEventKind::ScrollUp, -3), (MouseEventKind::ScrollDown, 3)] {
            assert_eq!(moused(kind, true), Some(Msg::WheelTurned { rows, at: AT }));
        }
        for kind in [
            MouseEventKind::Down(MouseButton::Right),
            MouseEventKind::Down(MouseButton::Middle),
            MouseEventKind::Up(MouseButton::Left),
            MouseEventKind::Drag(MouseButton::Left),
            MouseEventKind::Moved,
            MouseEventKind::ScrollLeft,
            MouseEventKind::ScrollRight,
        ] {
            assert_eq!(moused(kind, true), None, "{kind:?}");
        }
    }

    #[test]
    fn of_a_mouse_that_was_not_asked_for_nothing_is_told() {
        for kind in [
            MouseEventKind::Down(MouseButton::Left),
            MouseEventKind::ScrollDown,
        ] {
            assert_eq!(moused(kind, false), None);
        }
    }
}
