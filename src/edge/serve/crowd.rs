//! Who holds how many places: in all, from elsewhere than this computer, and each peer by itself. So one telephone cannot
//! take what the hall needs, and the whole network not what the projector on this computer needs.

use std::cell::RefCell;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::rc::Rc;

/// Whoever is counted as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Peer {
    /// This computer, and with it whatever it forwards.
    Here,
    /// An address of the network; of IPv6 the network that one household or office is given.
    There(IpAddr),
}

/// Of an IPv6 address what belongs to one network: a host makes up the rest as it likes.
const NETWORK: u128 = !0 << 64;

impl Peer {
    /// Who an address is.
    pub(super) fn of(address: IpAddr) -> Self {
        let address = address.to_canonical();
        // Whoever takes another of the loopback addresses on purpose is counted by it.
        if [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)].contains(&address) {
            return Self::Here;
        }
        Self::There(match address {
            IpAddr::V4(_) => address,
            IpAddr::V6(there) => Ipv6Addr::from_bits(there.to_bits() & NETWORK).into(),
        })
    }
}

/// How many places there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Room {
    /// In all.
    pub(super) all: usize,
    /// For everybody who is not on this computer.
    pub(super) others: usize,
    /// For each of them.
    pub(super) peer: usize,
}

/// Who holds places of a room.
#[derive(Debug, Clone)]
pub(super) struct Crowd {
    inner: Rc<RefCell<Held>>,
}

#[derive(Debug)]
struct Held {
    room: Room,
    all: usize,
    others: usize,
    peers: HashMap<IpAddr, usize>,
}

/// A place, held until it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    crowd: Crowd,
    peer: Peer,
}

impl Crowd {
    /// Nobody in a room.
    pub(super) fn of(room: Room) -> Self {
        Self {
            inner: Rc::new(RefCell::new(Held {
                room,
                all: 0,
                others: 0,
                peers: HashMap::new(),
            })),
        }
    }

    /// A place for a peer; nothing where it, or everybody, has as many as there are.
    pub(super) fn take(&self, peer: Peer) -> Option<Place> {
        let mut held = self.inner.borrow_mut();
        let held = &mut *held;
        if held.all >= held.room.all {
            return None;
        }
        if let Peer::There(address) = peer {
            let of_peer = held.peers.get(&address).copied().unwrap_or(0);
            if held.others >= held.room.others || of_peer >= held.room.peer {
                return None;
            }
            held.others += 1;
            held.peers.insert(address, of_peer + 1);
        }
        held.all += 1;
        Some(Place {
            crowd: self.clone(),
            peer,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut held = self.crowd.inner.borrow_mut();
        held.all -= 1;
        if let Peer::There(address) = self.peer {
            held.others -= 1;
            // Those who have gone are forgotten: an address costs nothing that stays.
            if let Some(of_peer) = held.peers.get_mut(&address)
                && *of_peer > 1
            {
                *of_peer -= 1;
            } else {
                held.peers.remove(&address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room {
        all: 5,
        others: 3,
        peer: 2,
    };

    fn peer(address: &str) -> Peer {
        Peer::of(address.parse().unwrap())
    }

    #[test]
    fn a_peer_has_no_more_than_its_own_places_and_takes_none_of_anothers() {
        let crowd = Crowd::of(ROOM);
        let first = crowd.take(peer("192.168.1.40")).unwrap();
        let _second = crowd.take(peer("192.168.1.40")).unwrap();
        assert!(crowd.take(peer("192.168.1.40")).is_none());
        assert!(crowd.take(peer("192.168.1.41")).is_some());
        drop(first);
        assert!(crowd.take(peer("192.168.1.40")).is_some());
    }

    #[test]
    fn all_others_together_leave_places_to_this_computer() {
        let crowd = Crowd::of(ROOM);
        let others = ["10.0.0.1", "10.0.0.2", "10.0.0.3"].map(|one| crowd.take(peer(one)).unwrap());
        assert!(crowd.take(peer("10.0.0.4")).is_none());
        let here = [(); 2].map(|()| crowd.take(Peer::Here).unwrap());
        assert!(crowd.take(Peer::Here).is_none(), "no more than there are");
        drop(others);
        let more = [(); 3].map(|()| crowd.take(Peer::Here).unwrap());
        assert!(
            crowd.take(peer("10.0.0.4")).is_none(),
            "this computer may have all"
        );
        drop((here, more));
        assert!(crowd.inner.borrow().peers.is_empty(), "nobody is remembered");
        assert_eq!(crowd.inner.borrow().all, 0);
    }

    #[test]
    fn this_computer_is_one_by_whatever_name_and_a_network_of_ipv6_is_one_peer() {
        for here in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            assert_eq!(peer(here), Peer::Here, "{here}");
        }
        assert_ne!(peer("127.8.9.1"), Peer::Here, "nobody comes from there by chance");
        assert_eq!(peer("::ffff:192.168.1.40"), peer("192.168.1.40"));
        assert_ne!(peer("192.168.1.40"), peer("192.168.1.41"));
        assert_eq!(peer("2001:db8:1:2::1"), peer("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assert_ne!(peer("2001:db8:1:2::1"), peer("2001:db8:1:3::1"));
    }
}
