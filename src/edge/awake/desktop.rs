//! Linux and the like: the desktop is asked over the session bus, for as long as the connection stands.
//!
//! Desktops differ in which service keeps the display lit and which only keeps it unlocked, so each that runs is asked,
//! and one that agrees is enough. None is started by asking. logind is not asked: it knows when the laptop goes to
//! sleep, and nothing of the display.

use std::time::Duration;

use super::Plea;
use super::bus::{Address, Bus, Call, Value};
use crate::edge::Timekeeper;

/// All the time that a desktop has to answer.
const ANSWERS_WITHIN: Duration = Duration::from_secs(2);

/// All the time that giving back may take.
const GIVEN_BACK_WITHIN: Duration = Duration::from_millis(150);

/// The name by which the desktop knows the program.
const PROGRAM: &str = "ikrar";

/// "The session must not be taken for idle", in the words of GNOME's session manager.
const NOT_IDLE: u32 = 8;

/// A service that may be asked.
struct Service {
    name: &'static str,
    path: &'static str,
    interface: &'static str,
    /// How to give back what it has granted.
    give_back: &'static str,
    /// What to ask it with, for a reason.
    asked_with: fn(&str) -> Vec<Value<'_>>,
}

impl Service {
    fn call<'a>(&'a self, member: &'a str, values: Vec<Value<'a>>) -> Call<'a> {
        Call {
            destination: self.name,
            path: self.path,
            interface: self.interface,
            member,
            values,
        }
    }
}

const SERVICES: [Service; 3] = [
    // Of the freedesktop specification of idle inhibition: GNOME, KDE, Cinnamon, MATE.
    Service {
        name: "org.freedesktop.ScreenSaver",
        path: "/org/freedesktop/ScreenSaver",
        interface: "org.freedesktop.ScreenSaver",
        give_back: "UnInhibit",
        asked_with: |reason| vec![Value::Text(PROGRAM), Value::Text(reason)],
    },
    // GNOME, and the session managers of Cinnamon and MATE by the same name.
    Service {
        name: "org.gnome.SessionManager",
        path: "/org/gnome/SessionManager",
        interface: "org.gnome.SessionManager",
        give_back: "Uninhibit",
        asked_with: |reason| {
            vec![
                Value::Text(PROGRAM),
                Value::Number(0),
                Value::Text(reason),
                Value::Number(NOT_IDLE),
            ]
        },
    },
    // Xfce, where it keeps the display lit.
    Service {
        name: "org.freedesktop.PowerManagement",
        path: "/org/freedesktop/PowerManagement/Inhibit",
        interface: "org.freedesktop.PowerManagement.Inhibit",
        give_back: "UnInhibit",
        asked_with: |reason| vec![Value::Text(PROGRAM), Value::Text(reason)],
    },
];

/// The display, held. Dropping it gives the display back.
pub(super) struct Held {
    bus: Bus,
    granted: Vec<(&'static Service, u32)>,
}

/// Whether there is a bus that could be asked; without one there is no desktop.
pub(super) fn may_be_asked(plea: &Plea) -> bool {
    let address = plea.session_bus.as_deref().map(Address::parse);
    address.is_some_and(|address| address.may_be_there())
}

/// Holds the display, where the desktop lets us, in two seconds at most.
pub(super) fn hold(plea: &Plea, timekeeper: Timekeeper) -> Option<Held> {
    let address = Address::parse(plea.session_bus.as_deref()?);
    let mut bus = Bus::connect(&address, ANSWERS_WITHIN, timekeeper).ok()?;
    let mut granted = Vec::new();
    for service in &SERVICES {
        match bus.call(&service.call("Inhibit", (service.asked_with)(plea.reason))) {
            Ok(Some(cookie)) => granted.push((service, cookie)),
            Ok(None) => {}
            // Whoever does not answer in time spoils the rest of the talk, not what others have granted.
            Err(_) => break,
        }
    }
    (!granted.is_empty()).then_some(Held { bus, granted })
}

impl Drop for Held {
    fn drop(&mut self) {
        self.bus.give_time(GIVEN_BACK_WITHIN);
        for (service, cookie) in &self.granted {
            let told = self
                .bus
                .tell(&service.call(service.give_back, vec![Value::Number(*cookie)]));
            if told.is_err() {
                // The connection ends now, which gives all of it back as well.
                return;
            }
        }
    }
}
