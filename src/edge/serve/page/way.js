// The way to the leader: joining it, noticing that it is gone, and coming back by itself. A lost leader leaves the last
// picture where it is, with a small mark in a corner. One that is not understood is not heard, however it beats.

const LOST = words.lostAfter, AGAIN = words.again, FULL = 5000, HANGS = 900, MOST_TRIES = 4;
const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
const sought = new Set();
let joined = null, isUnderstood = false, tries = [], again = 0, pause = AGAIN, cut = 0, silence = 0;

/** Tries to join. A try that hangs is left to it beside fresh ones: whichever comes through first is taken. */
function join() {
  if (joined) return;
  while (tries.length >= MOST_TRIES) tries.shift().close();
  const source = new EventSource(`/events?as=${words.role}&device=browser&screen=${id}`);
  tries.push(source);
  joinIn(HANGS);
  source.onopen = () => take(source);
  source.onerror = () => drop(source);
  for (const name of [isReader ? 'prompt' : 'slide', 'beat']) {
    source.addEventListener(name, (event) => { if (source === joined) hear(name, event.data); });
  }
}

function joinIn(wait) {
  clearTimeout(again);
  again = setTimeout(join, wait);
}

function take(source) {
  clearTimeout(again);
  for (const other of tries) if (other !== source) other.close();
  tries = [];
  joined = source;
  isUnderstood = false;
  pause = AGAIN;
  clearTimeout(cut);
  cut = setTimeout(drop, LOST, source);
}

/** A try has come to nothing, or the stream has ended. */
function drop(source) {
  const isRefused = source !== joined && source.readyState === EventSource.CLOSED;
  source.close();
  tries = tries.filter((other) => other !== source);
  if (source === joined) { joined = null; isUnderstood = false; clearTimeout(cut); }
  if (joined) return;
  if (isRefused) askAgain(); else joinIn(AGAIN);
}

/** A stream does not tell why it was refused; an answer to anything else does tell that somebody is there, who has no room.
    That one is tried ever less often, and not by all at the same moment; where nobody is, a return is soon seen. */
async function askAgain() {
  joinIn(HANGS);
  const isThere = await tell(0).then(() => true, () => false);
  if (joined) return;
  joinIn(isThere ? pause * (1 + Math.random() / 5) : AGAIN);
  pause = isThere ? Math.min(pause * 2, FULL) : AGAIN;
}

function listen() {
  clearTimeout(silence);
  silence = setTimeout(() => {
    mark.lastElementChild.textContent = now ? words.lost : words.awaited;
    mark.hidden = now?.state === 'ended';
    placeMarks();
  }, now ? LOST : words.waitsAfter);
}

function hear(name, data) {
  let told = null;
  if (name !== 'beat') {
    try { told = JSON.parse(data); } catch { /* Nor is that understood. */ }
    isUnderstood = told?.version === words.version;
    if (!isUnderstood) { renew(told?.version); return; }
  }
  // What stands here is not of a leader that is not understood.
  if (!isUnderstood) return;
  listen();
  mark.hidden = true;
  clearTimeout(cut);
  cut = setTimeout(drop, LOST, joined);
  if (!told || (now && told.run === now.run && told.number <= now.number)) { report(); return; }
  now = told;
  draw();
}

/** A leader of another version serves a page of its own, which takes the place of this one: once for a version, and only where
    that page understands it. */
async function renew(version) {
  if (!Number.isInteger(version) || sought.has(version)) return;
  sought.add(version);
  try {
    const page = await (await fetch(location.pathname, { cache: 'no-store' })).text();
    if (page.includes(`"version":${version},`)) location.reload();
  } catch {
    sought.delete(version);
  }
}

/** Tells the leader what is on this screen, be it seen or covered by another window. */
function report() {
  if (isUnderstood && drawn?.run === now.run) tell(drawn.number).catch(() => {});
}

function tell(number) {
  const patience = AbortSignal.timeout ? AbortSignal.timeout(2000) : undefined;
  return fetch(`/seen?screen=${id}&n=${number}`, { cache: 'no-store', signal: patience });
}

/** Says goodbye, so that the leader does not take a page that was closed for one that is lost. */
function leave() {
  for (const timer of [again, cut, silence]) clearTimeout(timer);
  for (const source of [joined, ...tries]) source?.close();
  joined = null;
  isUnderstood = false;
  tries = [];
  if (now) fetch(`/seen?screen=${id}&n=${drawn?.number ?? 0}&gone=1`, { cache: 'no-store', keepalive: true }).catch(() => {});
}

/** Comes, or comes back to a page that was left and kept. */
function arrive() {
  listen();
  join();
}
