//! What is answered: a page, a stream, or a number and nothing else. Every answer says what a browser may do with it.

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

/// Nothing but a status.
pub(super) fn status(status: StatusCode) -> Answer {
    let mut answer = answer(status, Either::Left(Full::default()));
    let headers = answer.headers_mut();
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(ALLOW, HeaderValue::from_static("GET"));
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
    }
    answer
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
