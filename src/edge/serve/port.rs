//! Where the screens find us: the port, which is that of last time where it is free, and the addresses.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use tokio::net::{TcpListener, TcpSocket};

use super::ServeStyle;
use super::limits::{Limits, QUEUE, SEND_BUFFER};
use crate::edge::announced::USUAL_PORT;
use crate::show::Serving;

/// How many ports are tried before any free one is taken.
const TRIED: u16 = 100;

/// No file of ours is larger.
const LARGEST: u64 = 4096;

/// Where we listen.
pub(super) struct Opened {
    pub(super) listener: TcpListener,
    pub(super) port: u16,
}

impl Opened {
    /// Listens at the first port that is free.
    ///
    /// # Errors
    ///
    /// When the system gives none.
    pub(super) fn open(style: &ServeStyle, limits: &Limits) -> io::Result<Self> {
        let first = style.port.filter(|port| *port > 0);
        let first = first
            .or_else(|| remembered(style.memory.as_deref()))
            .unwrap_or(USUAL_PORT);
        let address = if style.share {
            Ipv4Addr::UNSPECIFIED
        } else {
            Ipv4Addr::LOCALHOST
        };
        let mut refused = io::Error::from(io::ErrorKind::AddrInUse);
        // The last is whichever the system gives.
        for port in ports(first).chain([0]) {
            match listen(SocketAddr::from((address, port)), limits) {
                Ok(listener) => {
                    let port = listener.local_addr()?.port();
                    return Ok(Self { listener, port });
                }
                Err(reason) => refused = reason,
            }
        }
        Err(refused)
    }
}

/// The ports that are tried, in order.
fn ports(first: u16) -> impl Iterator<Item = u16> {
    first..=first.saturating_add(TRIED)
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

/// Where the screens find a port of ours.
pub(super) fn addresses(port: u16, share: bool) -> Serving {
    let at = |address: Ipv4Addr| format!("http://{address}:{port}");
    Serving::Open {
        here: at(Ipv4Addr::LOCALHOST),
        shared: if share {
            of_network().into_iter().map(at).collect()
        } else {
            Vec::new()
        },
    }
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
#[expect(clippy::disallowed_methods, reason = "this is where the file is read")]
fn remembered(memory: Option<&Path>) -> Option<u16> {
    let memory = memory?;
    // What is no ordinary file may never end, or never begin.
    if !std::fs::metadata(memory).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(memory)
        .ok()?
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .ok()?;
    let remembered: Remembered = serde_json::from_slice(&bytes).ok()?;
    (remembered.port > 0).then_some(remembered.port)
}

/// Remembers a port for the next time. Where that cannot be written, it is forgotten.
pub(super) fn remember(memory: Option<&Path>, port: u16) {
    let Some(memory) = memory.filter(|memory| remembered(Some(memory)) != Some(port)) else {
        return;
    };
    // Nobody is kept from the screens because the folder of states is full or read-only.
    let _ = write(memory, port);
}

fn write(memory: &Path, port: u16) -> io::Result<()> {
    let folder = memory.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(&serde_json::to_vec(&Remembered { port })?)?;
    file.persist(memory)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ports_go_up_from_the_first_and_never_past_the_last() {
        assert!(ports(USUAL_PORT).take(2).eq([17845, 17846]));
        assert!(ports(u16::MAX).eq([u16::MAX]));
    }

    #[expect(clippy::disallowed_methods, reason = "a test")]
    #[test]
    fn a_port_is_remembered_for_the_next_time() {
        let folder = tempfile::tempdir().unwrap();
        let memory = folder.path().join("new").join("port.json");
        assert_eq!(remembered(Some(&memory)), None);
        remember(Some(&memory), 17850);
        assert_eq!(remembered(Some(&memory)), Some(17850));
        for broken in ["", "{}", "{\"port\":0}", "{\"port\":70000}", "17850"] {
            std::fs::write(&memory, broken).unwrap();
            assert_eq!(remembered(Some(&memory)), None, "{broken}");
        }
        remember(None, 17850);
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
        let Serving::Open { here, shared } = addresses(17845, false) else {
            panic!("not open")
        };
        assert_eq!((here.as_str(), shared.len()), ("http://127.0.0.1:17845", 0));
    }
}
