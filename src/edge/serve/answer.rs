//! What is answered: a page, a stream, or a status with a sentence where it refuses. Every answer says what a browser may do
//! with it, and none has anything of the request in it.

use std::convert::Infallible;

use http_body_util::{Either, Full};
use hyper::body::Bytes;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue,
    REFERRER_POLICY, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Response, StatusCode};

use super::page::Page;
use super::stream::Events;
use crate::lang::{AnswerWords, Lang};

/// An answer.
pub(super) type Answer = Response<Either<Full<Bytes>, Events>>;

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// A page as it is answered.
#[derive(Debug, Clone)]
pub(super) struct ReadyPage {
    html: Bytes,
    policy: HeaderValue,
}

impl ReadyPage {
    pub(super) fn new(page: Page) -> Self {
        Self {
            html: page.html.into(),
            // A policy of ours is a header's value; nothing at all is allowed by one that is not.
            policy: HeaderValue::from_str(&page.policy)
                .unwrap_or(HeaderValue::from_static("default-src 'none'")),
        }
    }

    pub(super) fn answer(&self) -> Answer {
        let mut answer = answer(StatusCode::OK, Either::Left(Full::new(self.html.clone())));
        let headers = answer.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(CONTENT_SECURITY_POLICY, self.policy.clone());
        answer
    }
}

/// A stream.
pub(super) fn stream(events: Events) -> Answer {
    let mut answer = answer(StatusCode::OK, Either::Right(events));
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    answer
}

/// A status; where it refuses, with a sentence for whoever sees it.
pub(super) fn status(status: StatusCode) -> Answer {
    let sentence = sentence(status);
    let body = sentence.clone().map(Full::from).unwrap_or_default();
    let mut answer = answer(status, Either::Left(body));
    let headers = answer.headers_mut();
    if sentence.is_some() {
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("text/plain; charset=utf-8"),
        );
    }
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(ALLOW, HeaderValue::from_static("GET"));
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
    }
    answer
}

/// What a refusal says, in both languages on one line.
fn sentence(status: StatusCode) -> Option<String> {
    let which: fn(&AnswerWords) -> &'static str = match status {
        StatusCode::NOT_FOUND => |words| words.not_found,
        StatusCode::METHOD_NOT_ALLOWED => |words| words.only_get,
        StatusCode::MISDIRECTED_REQUEST => |words| words.by_address,
        StatusCode::FORBIDDEN => |words| words.other_site,
        StatusCode::SERVICE_UNAVAILABLE => |words| words.no_room,
        // What is too long or no request at all the library refuses by itself, and says nothing.
        _ => return None,
    };
    let [id, en] = [Lang::Id, Lang::En].map(|lang| which(&lang.words().answers));
    Some(format!("{id} · {en}\n"))
}

fn answer(status: StatusCode, body: Either<Full<Bytes>, Events>) -> Answer {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    for_everybody(answer.headers_mut());
    answer
}

fn for_everybody(headers: &mut HeaderMap) {
    for (name, value) in [
        (RESOURCE_POLICY, "same-origin"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// No answer fails.
pub(super) type NeverFails = Result<Answer, Infallible>;
