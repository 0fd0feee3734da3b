//! What may be asked for, and by whom. A request is parsed into one of these things or refused; nothing of it goes further.

use hyper::header::{HOST, HeaderMap, HeaderName};
use hyper::http::uri::Authority;
use hyper::{Method, Request, StatusCode, Uri};

use crate::show::{Device, FollowerRole};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The page of a role.
    Page(FollowerRole),
    /// The stream.
    Events(Joining),
    /// To tell how far a screen is.
    Seen {
        /// Which screen.
        screen: ScreenId,
        /// What it has drawn.
        number: u64,
    },
    /// To tell that a screen goes, and is not to be missed.
    Goodbye {
        /// Which screen.
        screen: ScreenId,
    },
}

/// A screen that joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Joining {
    pub(super) screen: ScreenId,
    pub(super) role: FollowerRole,
    pub(super) device: Device,
}

/// What a screen calls itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct ScreenId(pub(super) Box<str>);

impl ScreenId {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let is_of_one = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        ((8..=32).contains(&text.len()) && text.bytes().all(is_of_one)).then(|| Self(text.into()))
    }
}

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");
const FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");

/// What a request asks of us; or why it is refused.
pub(super) fn wanted<B>(request: &Request<B>) -> Result<Wanted, StatusCode> {
    let (uri, headers) = (request.uri(), request.headers());
    if !is_for_us(uri, headers) {
        return Err(StatusCode::MISDIRECTED_REQUEST);
    }
    if request.method() != Method::GET {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    let wanted = asked_for(uri).ok_or(StatusCode::NOT_FOUND)?;
    if is_of_another_site(&wanted, headers) {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(wanted)
}

/// Whether a request names us by an address, and not by a name: a name may be made to mean us by anybody (DNS rebinding).
///
/// A page of another site that wants to read ours has its own name resolved to our address. The browser then takes both for
/// one site, asks us, and still says that name in `Host`: by the name it is found out. `localhost` cannot be made to mean
/// another computer, and an address is no name. The port says nothing: a browser always tells the one that it asks, so an
/// attacker's is right as well, while whoever comes through a tunnel or a forwarded port honestly tells another.
fn is_for_us(uri: &Uri, headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let host = host.to_str().ok().and_then(|host| host.parse::<Authority>().ok());
    uri.authority().is_none_or(is_no_name) && host.is_some_and(|host| is_no_name(&host))
}

/// Whether an authority is `localhost` or an address, with any port or none.
fn is_no_name(authority: &Authority) -> bool {
    let host = authority.host();
    let is_address = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(host) => host.parse::<std::net::Ipv6Addr>().is_ok(),
        None => host.parse::<std::net::Ipv4Addr>().is_ok(),
    };
    let is_port = match authority.as_str().strip_prefix(host) {
        Some("") => true,
        Some(_) => authority.port_u16().is_some_and(|port| port > 0),
        // Somebody's name and password stand before the host.
        None => false,
    };
    (is_address || host.eq_ignore_ascii_case("localhost")) && is_port
}

/// Whether the browser says that a page of another site asks. A link on such a page may lead to ours.
fn is_of_another_site(wanted: &Wanted, headers: &HeaderMap) -> bool {
    let says = |name: HeaderName, value: &str| headers.get(name).is_some_and(|said| said == value);
    let is_followed_link =
        matches!(wanted, Wanted::Page(_)) && says(FETCH_MODE, "navigate") && says(FETCH_DEST, "document");
    says(FETCH_SITE, "cross-site") && !is_followed_link
}

fn asked_for(uri: &Uri) -> Option<Wanted> {
    match (uri.path(), uri.query()) {
        // Which theme the page begins with is its own affair.
        ("/", None | Some("theme=dark" | "theme=light" | "theme=contrast")) => {
            Some(Wanted::Page(FollowerRole::Hall))
        }
        ("/reader" | "/reader/", None | Some("theme=dark" | "theme=light" | "theme=contrast")) => {
            Some(Wanted::Page(FollowerRole::Reader))
        }
        ("/events", Some(query)) => {
            let [role, device, screen] = values(query, ["as", "device", "screen"])?;
            Some(Wanted::Events(Joining {
                screen: ScreenId::parse(screen)?,
                role: match role {
                    "hall" => FollowerRole::Hall,
                    "reader" => FollowerRole::Reader,
                    _ => return None,
                },
                device: match device {
                    "browser" => Device::Browser,
                    "terminal" => Device::Terminal,
                    _ => return None,
                },
            }))
        }
        ("/seen", Some(query)) => {
            if let Some([screen, number]) = values(query, ["screen", "n"]) {
                return Some(Wanted::Seen {
                    screen: ScreenId::parse(screen)?,
                    number: whole_number(number)?,
                });
            }
            let [screen, number, gone] = values(query, ["screen", "n", "gone"])?;
            // What it showed last is nothing to anybody any more.
            whole_number(number)?;
            let screen = ScreenId::parse(screen)?;
            (gone == "1").then_some(Wanted::Goodbye { screen })
        }
        _ => None,
    }
}

/// A number of digits alone.
fn whole_number(text: &str) -> Option<u64> {
    let is_of_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_of_digits)
}

/// The values of a query that has exactly these keys, each once, in any order. Nothing that we take needs an escape.
fn values<'a, const COUNT: usize>(query: &'a str, keys: [&str; COUNT]) -> Option<[&'a str; COUNT]> {
    let mut found = [None; COUNT];
    for pair in query.split('&') {
        let (key, value) = pair.split_once('=')?;
        let place = found.get_mut(keys.iter().position(|known| *known == key)?)?;
        if place.replace(value).is_some() {
            return None;
        }
    }
    let mut values = [""; COUNT];
    for (value, found) in values.iter_mut().zip(found) {
        *value = found?;
    }
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(target: &str) -> Result<Wanted, StatusCode> {
        asked_with(target, &[("host", "127.0.0.1:17845")])
    }

    fn asked_with(target: &str, headers: &[(&str, &str)]) -> Result<Wanted, StatusCode> {
        let request = Request::builder().uri(target);
        let request = headers
            .iter()
            .fold(request, |request, (name, value)| request.header(*name, *value));
        wanted(&request.body(()).unwrap())
    }

    const PAGE: Result<Wanted, StatusCode> = Ok(Wanted::Page(FollowerRole::Hall));

    fn screen(text: &str) -> ScreenId {
        ScreenId::parse(text).unwrap()
    }

    #[test]
    fn three_paths_and_the_podiums_page_are_served() {
        assert_eq!(asked("/"), PAGE);
        for reader in ["/reader", "/reader/", "/reader/?theme=dark"] {
            assert_eq!(asked(reader), Ok(Wanted::Page(FollowerRole::Reader)), "{reader}");
        }
        assert_eq!(asked("/?theme=light"), PAGE);
        assert_eq!(
            asked("/reader?theme=contrast"),
            Ok(Wanted::Page(FollowerRole::Reader))
        );
        assert_eq!(
            asked("/events?device=terminal&as=reader&screen=abcd-1234"),
            Ok(Wanted::Events(Joining {
                screen: screen("abcd-1234"),
                role: FollowerRole::Reader,
                device: Device::Terminal,
            }))
        );
        assert_eq!(
            asked("/seen?screen=abcd-1234&n=17"),
            Ok(Wanted::Seen {
                screen: screen("abcd-1234"),
                number: 17
            })
        );
        assert_eq!(
            asked("/seen?screen=abcd-1234&n=17&gone=1"),
            Ok(Wanted::Goodbye {
                screen: screen("abcd-1234")
            })
        );
    }

    #[test]
    fn nothing_else_is_served() {
        let id = "abcd-1234";
        let refused = [
            "/index.html".to_owned(),
            "//".to_owned(),
            "/reader//".to_owned(),
            "/events/".to_owned(),
            "/Reader".to_owned(),
            "/%72eader".to_owned(),
            "/?x".to_owned(),
            "/?theme=pink".to_owned(),
            "/../etc/passwd".to_owned(),
            "/reader/../../etc/passwd".to_owned(),
            "/%2e%2e/etc/passwd".to_owned(),
            "/events".to_owned(),
            "/seen".to_owned(),
            format!("/events?as=leader&device=browser&screen={id}"),
            format!("/events?as=hall&device=phone&screen={id}"),
            format!("/events?as=hall&screen={id}"),
            format!("/events?as=hall&as=reader&device=browser&screen={id}"),
            format!("/events?as=hall&device=browser&screen={id}&more=1"),
            "/events?as=hall&device=browser&screen=short".to_owned(),
            format!("/events?as=hall&device=browser&screen={}", "a".repeat(33)),
            "/events?as=hall&device=browser&screen=abcd%201234".to_owned(),
            format!("/seen?screen={id}"),
            format!("/seen?screen={id}&n="),
            format!("/seen?screen={id}&n=+1"),
            format!("/seen?screen={id}&n=-1"),
            format!("/seen?screen={id}&n=1e3"),
            format!("/seen?screen={id}&n=18446744073709551616"),
            format!("/seen?screen={id}&n=1&n=2"),
            format!("/seen?screen={id}&gone=1"),
            format!("/seen?screen={id}&n=1&gone=0"),
            format!("/seen?screen={id}&n=1&gone="),
            format!("/seen?screen={id}&n=x&gone=1"),
            "/seen?screen=short&n=1&gone=1".to_owned(),
        ];
        for target in refused {
            assert_eq!(asked(&target), Err(StatusCode::NOT_FOUND), "{target}");
        }
    }

    #[test]
    fn only_get_is_taken() {
        for method in [
            Method::HEAD,
            Method::POST,
            Method::PUT,
            Method::DELETE,
            Method::OPTIONS,
        ] {
            let request = Request::builder()
                .method(method.clone())
                .uri("/")
                .header("host", "localhost");
            let refused = wanted(&request.body(()).unwrap());
            assert_eq!(refused, Err(StatusCode::METHOD_NOT_ALLOWED), "{method}");
        }
    }

    #[test]
    fn a_host_is_an_address_or_this_computer_with_whatever_port_and_never_another_name() {
        for good in [
            "localhost",
            "LocalHost:17845",
            "127.0.0.1",
            "127.0.0.1:17845",
            "192.168.1.5:17845",
            "[::1]:17845",
            "[::1]",
            // Through a tunnel, or a forwarded port.
            "localhost:8080",
            "127.0.0.1:80",
        ] {
            assert_eq!(asked_with("/", &[("host", good)]), PAGE, "{good}");
        }
        for wrong in [
            "",
            "apel.example",
            "apel.example:17845",
            "apel.example:8080",
            "localhost.",
            "localhost.apel.example",
            "127.0.0.1.apel.example:17845",
            "apel.example:127.0.0.1",
            "127.0.0.1:",
            "127.0.0.1:0",
            "127.0.0.1:65536",
            "127.0.0.1:x",
            "localhost:17845@apel.example",
            "anybody@localhost:17845",
            "0x7f000001",
            "::1",
        ] {
            let refused = asked_with("/", &[("host", wrong)]);
            assert_eq!(refused, Err(StatusCode::MISDIRECTED_REQUEST), "{wrong}");
        }
        let misdirected = Err(StatusCode::MISDIRECTED_REQUEST);
        assert_eq!(asked_with("/", &[]), misdirected);
        let two = [("host", "localhost"), ("host", "localhost")];
        assert_eq!(asked_with("/", &two), misdirected);
        let host = [("host", "localhost")];
        assert_eq!(asked_with("http://apel.example/", &host), misdirected);
        assert_eq!(asked_with("http://127.0.0.1:17845/", &host), PAGE);
    }

    #[test]
    fn a_page_of_another_site_gets_nothing_but_a_link_may_lead_here() {
        let site = |site: &'static str| [("host", "localhost"), ("sec-fetch-site", site)];
        assert_eq!(asked_with("/", &site("none")), PAGE);
        assert_eq!(asked_with("/", &site("same-origin")), PAGE);
        let forbidden = Err(StatusCode::FORBIDDEN);
        assert_eq!(asked_with("/", &site("cross-site")), forbidden);
        let mut link = site("cross-site").to_vec();
        link.extend([("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")]);
        assert_eq!(asked_with("/", &link), PAGE);
        assert_eq!(asked_with("/seen?screen=abcd-1234&n=1", &link), forbidden);
        let mut framed = site("cross-site").to_vec();
        framed.extend([("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")]);
        assert_eq!(asked_with("/", &framed), forbidden);
    }
}
