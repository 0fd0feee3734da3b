// The way to the leader: joining it, noticing that it is gone, and coming back by itself. A lost leader leaves the last
// picture where it is, with a small mark in a corner.

const LOST = 5000, AGAIN = 280, HANGS = 900, MOST_TRIES = 4;
const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
let joined = null, tries = [], again = 0, cut = 0, silence = 0;

/** Tries to join. A try that hangs is left to it beside fresh ones: whichever comes through first is taken. */
function join() {
  clearTimeout(again);
  while (tries.length >= MOST_TRIES) tries.shift().close();
  const source = new EventSource(`/events?as=${words.role}&device=browser&screen=${id}`);
  tries.push(source);
  again = setTimeout(join, HANGS);
  source.onopen = () => take(source);
  source.onerror = () => drop(source);
  for (const name of ['slide', 'prompt', 'beat']) {
    source.addEventListener(name, (event) => { if (source === joined) hear(name, event.data); });
  }
}

function take(source) {
  clearTimeout(again);
  for (const other of tries) if (other !== source) other.close();
  tries = [];
  joined = source;
  clearTimeout(cut);
  cut = setTimeout(() => drop(source), LOST);
}

function drop(source) {
  source.close();
  tries = tries.filter((other) => other !== source);
  if (joined === source) { joined = null; clearTimeout(cut); }
  if (joined) return;
  clearTimeout(again);
  again = setTimeout(join, AGAIN);
}

function listen() {
  clearTimeout(silence);
  silence = setTimeout(() => { mark.hidden = now?.state === 'ended'; placeMarks(); }, LOST);
}

function hear(name, data) {
  listen();
  mark.hidden = true;
  clearTimeout(cut);
  cut = setTimeout(drop, LOST, joined);
  if (name === 'beat') { report(); return; }
  let told;
  try { told = JSON.parse(data); } catch { return; }
  if (told.version !== words.version) return;
  if (now && told.run === now.run && told.number <= now.number) { report(); return; }
  now = told;
  draw();
}

/** Tells the leader what is on this screen; not while nobody can see it. */
function report() {
  if (!drawn || !now || drawn.run !== now.run || document.hidden) return;
  const patience = AbortSignal.timeout ? AbortSignal.timeout(2000) : undefined;
  fetch(`/seen?screen=${id}&n=${drawn.number}`, { cache: 'no-store', signal: patience }).catch(() => {});
}
