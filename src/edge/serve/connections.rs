//! Takes connections, as many at once as there is room for, and answers what comes over them: one request each. Whoever has
//! as many as one may have is not answered, so that it takes nothing of anybody else's.

use std::cell::Cell;
use std::convert::Infallible;
use std::future::pending;
use std::io;
use std::net::IpAddr;
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;

use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;

use super::answer::{self, Answer, NeverFails};
use super::crowd::{Crowd, Peer};
use super::limits::HEAD;
use super::request::{Wanted, wanted};
use super::shared::Shared;
use super::stream::{Events, OpenStream};

/// Takes connections for as long as the server lives. A panic over one of them is the end of that one alone.
pub(super) async fn accept(listener: TcpListener, shared: Shared) -> Infallible {
    let room = shared.limits().connections();
    let (places, crowd) = (Arc::new(Semaphore::new(room.all)), Crowd::of(room));
    loop {
        // Taken first: those for whom there is no room wait in the system's queue.
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            // It is never closed.
            return pending().await;
        };
        match listener.accept().await {
            Ok((stream, from)) => {
                // Who comes can only be known by taking it. Without a word: to read what is asked would be to serve it.
                let Some(of_peer) = crowd.take(Peer::of(from.ip())) else {
                    continue;
                };
                let shared = shared.clone();
                tokio::task::spawn_local(async move {
                    // Whoever breaks a connection off has had enough; there is nobody to tell.
                    let _ = serve(stream, from.ip(), shared).await;
                    drop((place, of_peer));
                });
            }
            Err(reason) if is_of_one_connection(&reason) => {}
            // The system has no more to give, and would say so again at once.
            Err(_) => sleep(shared.limits().behind).await,
        }
    }
}

/// Whether only the one connection that was about to be taken is gone.
fn is_of_one_connection(reason: &io::Error) -> bool {
    matches!(
        reason.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset | io::ErrorKind::Interrupted
    )
}

/// Answers one request. Whoever takes nothing of what is written, or is slow to ask, is dropped.
async fn serve(stream: TcpStream, from: IpAddr, shared: Shared) -> hyper::Result<()> {
    let limits = *shared.limits();
    // A slide is small, and must not wait for more.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.write));
    let follows = Rc::new(Cell::new(false));
    let has_joined = Rc::clone(&follows);
    let answered = service_fn(move |request| {
        let answer = answer(&request, from, &shared, &has_joined);
        async { NeverFails::Ok(answer) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.request)
        .max_buf_size(HEAD)
        .keep_alive(false)
        .serve_connection(TokioIo::new(Box::pin(stream)), answered);
    let mut connection = pin!(connection);
    match timeout(limits.whole, connection.as_mut()).await {
        Ok(served) => served,
        Err(_) if follows.get() => connection.await,
        Err(_) => Ok(()),
    }
}

fn answer(request: &Request<Incoming>, from: IpAddr, shared: &Shared, has_joined: &Cell<bool>) -> Answer {
    match wanted(request) {
        Ok(Wanted::Page(role)) => shared.page(role).answer(),
        Ok(Wanted::Seen { screen, number }) => answer::status(shared.seen(&screen, number)),
        Ok(Wanted::Goodbye { screen }) => answer::status(shared.say_goodbye(&screen)),
        Ok(Wanted::Events(joining)) => match shared.join(&joining, from) {
            Ok(screen) => {
                has_joined.set(true);
                let open = OpenStream::new(shared.clone(), screen, joining.role);
                answer::stream(Events::new(open))
            }
            Err(refused) => answer::status(refused),
        },
        Err(refused) => answer::status(refused),
    }
}
