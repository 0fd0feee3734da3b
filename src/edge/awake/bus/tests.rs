//! Addresses, and the bytes of a call.

use super::*;

fn paths(address: &str) -> Vec<PathBuf> {
    let sockets = Address::parse(address).sockets.into_iter();
    let path = |socket| match socket {
        Socket::Path(path) => Some(path),
        #[cfg(target_os = "linux")]
        Socket::Abstract(_) => None,
    };
    sockets.filter_map(path).collect()
}

#[test]
fn an_address_names_sockets_of_this_machine() {
    assert_eq!(
        paths("unix:path=/run/user/1000/bus"),
        [PathBuf::from("/run/user/1000/bus")]
    );
    assert_eq!(
        paths("unix:guid=12,path=/a;unix:path=/b,guid=3"),
        [PathBuf::from("/a"), PathBuf::from("/b")]
    );
    assert_eq!(paths("unix:path=/a%2cb%20c"), [PathBuf::from("/a,b c")]);
    for other in [
        "",
        "unix:",
        "unix:path",
        "tcp:host=localhost",
        "unix:path=/a%2",
        "unix:path=/a%zz",
        ";;",
        "autolaunch:",
    ] {
        assert_eq!(Address::parse(other).sockets, [], "{other}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_socket_may_be_a_name_that_is_no_file() {
    let address = Address::parse("unix:abstract=/tmp/dbus-Xy,guid=1");
    assert_eq!(address.sockets, [Socket::Abstract(b"/tmp/dbus-Xy".to_vec())]);
    assert!(address.may_be_there());
    assert!(!Address::parse("unix:path=/tidak/ada").may_be_there());
}

#[test]
fn a_call_is_written_as_the_specification_has_it() {
    let call = Call {
        destination: "a.b",
        path: "/a",
        interface: "a.b",
        member: "Do",
        values: vec![Value::Text("hai"), Value::Number(8)],
    };
    let expected: [&[u8]; 9] = [
        b"l\x01\x02\x01\x0c\0\0\0\x05\0\0\0",
        // The length of the fields.
        b"\x48\0\0\0",
        b"\x01\x01o\0\x02\0\0\0/a\0\0\0\0\0\0",
        b"\x02\x01s\0\x03\0\0\0a.b\0\0\0\0\0",
        b"\x03\x01s\0\x02\0\0\0Do\0\0\0\0\0\0",
        b"\x06\x01s\0\x03\0\0\0a.b\0\0\0\0\0",
        b"\x08\x01g\0\x02su\0",
        b"\x03\0\0\0hai\0",
        b"\x08\0\0\0",
    ];
    assert_eq!(message(&call, STARTS_NO_SERVICE, 5), expected.concat());
}
