//! The address of a leader on another machine, as it is typed.

use std::fmt::{self, Display, Formatter};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs as _};

use crate::show::USUAL_PORT;

/// Of the numbers of a name no more are tried.
const MOST_NUMBERS: usize = 4;

/// What somebody means who types where a leader is, or copies it from the leader's window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// Where the leader listens.
    pub address: Address,
    /// Whether it is the address of the page for the reader.
    pub reader: bool,
}

impl Typed {
    /// What is meant by `name`, `name:port`, `[::1]:port`, or the address of a page: `http://name:port/`,
    /// `http://name:port/reader`. Nothing where it can be no address.
    pub fn read(typed: &str) -> Option<Self> {
        let rest = match typed.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => rest,
            Some(_) => return None,
            None => typed,
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (rest, reader) = match rest.strip_suffix("/reader") {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let address = Address::read(rest)?;
        Some(Self { address, reader })
    }
}

/// Where a leader listens. Shown as it stands in an address of the web: `name:17845`, `[::1]:17845`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    host: String,
    port: u16,
}

impl Address {
    /// A leader on this machine.
    pub fn here(port: u16) -> Self {
        Self {
            host: Ipv4Addr::LOCALHOST.to_string(),
            port,
        }
    }

    fn read(rest: &str) -> Option<Self> {
        if let Ok(bare) = rest.parse::<Ipv6Addr>() {
            return Some(Self::at(format!("[{bare}]"), USUAL_PORT));
        }
        if let Some(bracketed) = rest.strip_prefix('[') {
            let (inner, after) = bracketed.split_once(']')?;
            let host: Ipv6Addr = inner.parse().ok()?;
            let port = match after.strip_prefix(':') {
                Some(port) => read_port(port)?,
                None if after.is_empty() => USUAL_PORT,
                None => return None,
            };
            return Some(Self::at(format!("[{host}]"), port));
        }
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, read_port(port)?),
            None => (rest, USUAL_PORT),
        };
        is_host(host).then(|| Self::at(host.to_owned(), port))
    }

    /// The number that it is, if it is no name. A leader is asked by its number, for it takes a name for that of another
    /// site.
    pub(super) fn number(&self) -> Option<SocketAddr> {
        self.to_string().parse().ok()
    }

    /// The numbers that it stands for, the likeliest first. Asks the network for those of a name, which may take its time.
    #[expect(clippy::disallowed_methods, reason = "this is where names are asked for")]
    pub(super) fn look_up(&self) -> Vec<SocketAddr> {
        let found = self.to_string().to_socket_addrs();
        // One that holds on a single line alone has no place in an address of the web.
        let is_whole = |number: &SocketAddr| match number {
            SocketAddr::V4(_) => true,
            SocketAddr::V6(number) => number.scope_id() == 0,
        };
        let numbers = found.into_iter().flatten().filter(is_whole);
        numbers.take(MOST_NUMBERS).collect()
    }

    fn at(host: String, port: u16) -> Self {
        Self { host, port }
    }
}

impl Display for Address {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.host, self.port)
    }
}

fn read_port(port: &str) -> Option<u16> {
    let is_number = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    port.parse().ok().filter(|port| is_number && *port > 0)
}

/// Whether it is an IPv4 address or could be a name: what ends in a number is no name.
fn is_host(host: &str) -> bool {
    if host.parse::<Ipv4Addr>().is_ok() {
        return true;
    }
    let is_label = |label: &str| {
        let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        (1..=63).contains(&label.len()) && label.bytes().all(is_sign) && !label.starts_with('-')
    };
    let labels: Vec<&str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    let is_number = |label: &&str| label.bytes().all(|byte| byte.is_ascii_digit());
    host.len() <= 253 && labels.iter().all(|label| is_label(label)) && !labels.last().is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::show::typed_address;

    fn read(typed: &str) -> Option<String> {
        Typed::read(typed).map(|typed| typed.address.to_string())
    }

    #[test]
    fn an_address_is_a_name_or_a_number_with_a_port_or_without() {
        for (typed, meant) in [
            ("laptop", "laptop:17845"),
            ("laptop-mc.local:8000", "laptop-mc.local:8000"),
            ("192.168.1.20", "192.168.1.20:17845"),
            ("http://192.168.1.20:17846", "192.168.1.20:17846"),
            ("HTTP://laptop/", "laptop:17845"),
            ("[::1]:80", "[::1]:80"),
            ("[fe80::1]", "[fe80::1]:17845"),
            ("::1", "[::1]:17845"),
            ("http://[::1]:80/", "[::1]:80"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn the_addresses_of_both_pages_are_taken_as_the_leaders_window_shows_them() {
        for (typed, is_reader) in [
            ("http://127.0.0.1:17846", false),
            ("http://127.0.0.1:17846/", false),
            ("http://127.0.0.1:17846/reader", true),
            ("http://127.0.0.1:17846/reader/", true),
            ("127.0.0.1:17846/reader", true),
        ] {
            let meant = Typed::read(typed).unwrap();
            assert_eq!(meant.address, Address::here(17846), "{typed}");
            assert_eq!(meant.reader, is_reader, "{typed}");
        }
    }

    #[test]
    fn what_the_leaders_window_says_to_type_is_understood() {
        for (page, typed) in [
            ("http://192.168.1.20:17845", "192.168.1.20"),
            ("http://192.168.1.20:17846", "192.168.1.20:17846"),
        ] {
            assert_eq!(typed_address(page), typed);
            assert_eq!(Typed::read(typed), Typed::read(page));
        }
    }

    #[test]
    fn what_can_be_no_address_is_refused() {
        for typed in [
            "",
            " ",
            "laptop 1",
            "laptop:",
            "laptop:0",
            "laptop:65536",
            "laptop:+80",
            "laptop:http",
            "https://laptop",
            "http://",
            "http://laptop/events",
            "http://laptop//",
            "http:///reader",
            "/reader",
            "somebody@laptop",
            "laptop?x",
            "192.168.1",
            "300.1.1.1",
            "[::1",
            "[::1]80",
            "[laptop]:80",
            "fe80::1%eth0",
            "a..b",
            "-x",
            "laptop\u{1b}[2J",
            "läptop",
        ] {
            assert_eq!(read(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn a_name_stands_for_numbers_and_a_number_for_itself() {
        let numbers = |typed: &str| -> Vec<String> {
            let numbers = Typed::read(typed).unwrap().address.look_up();
            numbers.iter().map(ToString::to_string).collect()
        };
        assert_eq!(numbers("192.168.1.20:80"), ["192.168.1.20:80"]);
        assert_eq!(numbers("[::1]:80"), ["[::1]:80"]);
        let here = numbers("localhost:80");
        assert!(here.iter().any(|number| number == "127.0.0.1:80"), "{here:?}");
        assert_eq!(numbers("nobody.invalid"), Vec::<String>::new());
        let number = |typed: &str| Typed::read(typed).unwrap().address.number();
        assert_eq!(number("192.168.1.20:80"), "192.168.1.20:80".parse().ok());
        assert_eq!(number("[::1]:80"), "[::1]:80".parse().ok());
        assert_eq!(number("localhost:80"), None);
    }

    #[test]
    fn a_leader_on_this_machine_is_reached_by_a_number() {
        assert_eq!(Address::here(17846).to_string(), "127.0.0.1:17846");
    }
}
