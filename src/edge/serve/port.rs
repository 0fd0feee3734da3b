//! Where the screens find us: the port, which is that of last time where it is free, and the addresses.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use serde::{Deserialize, Serialize};
use tokio::net::{TcpListener, TcpSocket};

use super::ServeStyle;
use super::limits::{Limits, QUEUE, SEND_BUFFER};
use crate::edge::small_file;
use crate::show::{PortMoved, Serving, USUAL_PORT};

/// How many ports are tried before any free one is taken.
const TRIED: u16 = 100;

/// No file of ours is larger.
const LARGEST: u64 = 4096;

/// Where we listen.
pub(super) struct Opened {
    pub(super) listener: TcpListener,
    pub(super) port: u16,
    wanted: WantedPort,
}

impl Opened {
    /// Listens at the first port that is free.
    ///
    /// # Errors
    ///
    /// When the system gives none.
    pub(super) fn open(style: &ServeStyle, limits: &Limits) -> io::Result<Self> {
        let wanted = WantedPort::of(style.port, remembered(style.memory.as_deref()));
        let address = if style.share {
            Ipv4Addr::UNSPECIFIED
        } else {
            Ipv4Addr::LOCALHOST
        };
        let mut refused = io::Error::from(io::ErrorKind::AddrInUse);
        // The last is whichever the system gives.
        for port in wanted.ports().chain([0]) {
            match listen(SocketAddr::from((address, port)), limits) {
                Ok(listener) => {
                    let port = listener.local_addr()?.port();
                    return Ok(Self {
                        listener,
                        port,
                        wanted,
                    });
                }
                Err(reason) => refused = reason,
            }
        }
        Err(refused)
    }

    /// Where the screens find it.
    pub(super) fn serving(&self, share: bool) -> Serving {
        let at = |address: Ipv4Addr| format!("http://{address}:{}", self.port);
        Serving::Open {
            here: at(Ipv4Addr::LOCALHOST),
            shared: if share {
                of_network().into_iter().map(at).collect()
            } else {
                Vec::new()
            },
            moved: self.wanted.moved_to(self.port),
        }
    }

    /// Remembers the port for the next time, if it is the one that was wanted and no other leader runs. A leader that had to
    /// move on must not take another one's port from it for ever, nor a rehearsal that of the ceremony beside it. Where it
    /// cannot be written, it is forgotten.
    pub(super) fn remember(&self, memory: Option<&Path>, is_alone: bool) {
        if is_alone
            && self.port == self.wanted.first
            && let Some(memory) = memory.filter(|memory| remembered(Some(memory)) != Some(self.port))
        {
            // Nobody is kept from the screens because the folder of states is full or read-only.
            let _ = small_file::replace_in_new_folder(memory, &Remembered { port: self.port });
        }
    }
}

/// Which port is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct WantedPort {
    /// It.
    first: u16,
    /// Whether somebody asked for it; else it is that of last time, or the usual one.
    asked_for: bool,
}

impl WantedPort {
    /// The one that is asked for, else that of last time, else the usual one.
    fn of(asked_for: Option<u16>, last_time: Option<u16>) -> Self {
        let asked_for = asked_for.filter(|port| *port > 0);
        Self {
            first: asked_for.or(last_time).unwrap_or(USUAL_PORT),
            asked_for: asked_for.is_some(),
        }
    }

    /// The ports that are tried, in order: after one that nobody asked for the usual one, and those after it.
    fn ports(self) -> impl Iterator<Item = u16> {
        let from = if self.asked_for { self.first } else { USUAL_PORT };
        let others = (from..=from.saturating_add(TRIED)).filter(move |port| *port != self.first);
        [self.first].into_iter().chain(others)
    }

    /// What is to be told where another port than the one that was asked for was got.
    fn moved_to(self, taken: u16) -> Option<PortMoved> {
        (self.asked_for && taken != self.first).then_some(PortMoved {
            wanted: self.first,
            taken,
        })
    }
}

fn listen(address: SocketAddr, limits: &Limits) -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    // A port of our own last run, and nobody else's: elsewhere than on Unix this would take it from another program.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    // Every connection has the listener's.
    socket.set_send_buffer_size(SEND_BUFFER)?;
    socket.bind(address)?;
    let queue = u32::try_from(limits.connections).unwrap_or(QUEUE).max(QUEUE);
    socket.listen(queue)
}

/// The addresses of this computer in its networks, the likeliest first.
fn of_network() -> Vec<Ipv4Addr> {
    let interfaces = if_addrs::get_if_addrs().unwrap_or_default();
    let found = interfaces.into_iter().filter_map(|one| match one.ip() {
        IpAddr::V4(address) => Some(address),
        // We do not listen there.
        IpAddr::V6(_) => None,
    });
    ranked(found, way_out())
}

/// The address from which this computer would reach the outside. Asked of its own routes: nothing is sent.
#[expect(clippy::disallowed_methods, reason = "this is where the routes are asked")]
fn way_out() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address that is kept for documents and belongs to nobody.
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    match socket.local_addr().ok()?.ip() {
        IpAddr::V4(address) => Some(address),
        IpAddr::V6(_) => None,
    }
}

/// Those that others can reach, each once: the way out first, then private networks.
fn ranked(found: impl Iterator<Item = Ipv4Addr>, way_out: Option<Ipv4Addr>) -> Vec<Ipv4Addr> {
    let mut addresses: Vec<Ipv4Addr> = found
        .filter(|address| !address.is_loopback() && !address.is_link_local() && !address.is_unspecified())
        .collect();
    // A stable sort: the system's order is kept otherwise.
    addresses.sort_by_key(|address| (way_out != Some(*address), !address.is_private()));
    let mut seen = Vec::new();
    addresses.retain(|address| {
        let is_new = !seen.contains(address);
        seen.push(*address);
        is_new
    });
    addresses
}

/// The file that remembers, as JSON has it.
#[derive(Debug, Serialize, Deserialize)]
struct Remembered {
    port: u16,
}

/// The file of the user who runs the program; none without a home.
pub(super) fn memory_of_user() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    Some(state.join("ikrar").join("port.json"))
}

/// The port of last time.
fn remembered(memory: Option<&Path>) -> Option<u16> {
    let remembered: Remembered = small_file::read(memory?, LARGEST)?;
    (remembered.port > 0).then_some(remembered.port)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(asked_for: Option<u16>, last_time: Option<u16>) -> Vec<u16> {
        WantedPort::of(asked_for, last_time).ports().take(4).collect()
    }

    #[test]
    fn the_port_that_is_asked_for_is_tried_first_then_those_after_it_and_never_past_the_last() {
        assert_eq!(tried(Some(9000), Some(9500)), [9000, 9001, 9002, 9003]);
        assert_eq!(tried(Some(0), None), tried(None, None), "none is asked for");
        assert_eq!(tried(Some(u16::MAX), None), [u16::MAX]);
    }

    #[test]
    fn else_that_of_last_time_then_the_usual_one_and_those_after_it() {
        assert_eq!(tried(None, Some(9500)), [9500, 17845, 17846, 17847]);
        assert_eq!(tried(None, Some(17846)), [17846, 17845, 17847, 17848]);
        assert_eq!(tried(None, None), [17845, 17846, 17847, 17848]);
    }

    #[test]
    fn whoever_asked_for_a_port_and_got_another_is_told() {
        let moved = |asked_for, taken| WantedPort::of(asked_for, Some(9500)).moved_to(taken);
        let (wanted, taken) = (9000, 9001);
        assert_eq!(moved(Some(wanted), taken), Some(PortMoved { wanted, taken }));
        assert_eq!(moved(Some(wanted), wanted), None);
        assert_eq!(moved(None, taken), None, "nobody counts on a port");
    }

    /// Listening needs one.
    fn runtime() -> tokio::runtime::Runtime {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        builder.enable_io().build().unwrap()
    }

    /// A leader that listens, and remembers its port, as one that is started with such a memory.
    fn opened(memory: &Path, asked_for: Option<u16>) -> Opened {
        let style = ServeStyle {
            memory: Some(memory.to_owned()),
            ..ServeStyle::of_user(false, asked_for, crate::lang::Lang::Id)
        };
        let opened = Opened::open(&style, &Limits::default()).unwrap();
        opened.remember(Some(memory), true);
        opened
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test")]
    fn a_second_leader_never_takes_the_port_of_the_first_from_its_memory() {
        let runtime = runtime();
        let _entered = runtime.enter();
        let folder = tempfile::tempdir().unwrap();
        let memory = folder.path().join("new").join("port.json");
        // A port that is free, as far as anybody can tell.
        let free = {
            let any = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
            any.local_addr().unwrap().port()
        };
        let first = opened(&memory, Some(free));
        assert_eq!((first.port, remembered(Some(&memory))), (free, Some(free)));
        let second = opened(&memory, None);
        assert_ne!(second.port, free);
        assert_eq!(remembered(Some(&memory)), Some(free));
        drop(first);
        assert_eq!(opened(&memory, None).port, free, "and the first finds it again");
    }

    #[expect(clippy::disallowed_methods, reason = "a test")]
    #[test]
    fn a_broken_memory_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let memory = folder.path().join("port.json");
        for broken in ["", "{}", "{\"port\":0}", "{\"port\":70000}", "17850"] {
            std::fs::write(&memory, broken).unwrap();
            assert_eq!(remembered(Some(&memory)), None, "{broken}");
        }
        assert_eq!(remembered(None), None);
    }

    #[test]
    fn the_way_out_comes_first_then_private_networks_and_nothing_that_others_cannot_reach() {
        let address = |text: &str| text.parse::<Ipv4Addr>().unwrap();
        let found = [
            "127.0.0.1",
            "169.254.3.4",
            "8.8.8.8",
            "172.17.0.1",
            "192.168.1.5",
            "172.17.0.1",
        ];
        let found = || found.into_iter().map(address);
        assert_eq!(
            ranked(found(), Some(address("192.168.1.5"))),
            ["192.168.1.5", "172.17.0.1", "8.8.8.8"].map(address)
        );
        assert_eq!(
            ranked(found(), None),
            ["172.17.0.1", "192.168.1.5", "8.8.8.8"].map(address)
        );
    }

    #[test]
    fn without_sharing_there_is_no_address_for_others() {
        let runtime = runtime();
        let _entered = runtime.enter();
        let folder = tempfile::tempdir().unwrap();
        let opened = opened(&folder.path().join("port.json"), None);
        let open = Serving::Open {
            here: format!("http://127.0.0.1:{}", opened.port),
            shared: Vec::new(),
            moved: None,
        };
        assert_eq!(opened.serving(false), open);
    }
}
