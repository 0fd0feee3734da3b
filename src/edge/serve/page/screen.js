// The screen that the page has: full screen, theme, size, staying lit; and the beginning of it all.

/** The mark and what is told stand in the margins, where nothing else does. */
function placeMarks() {
  const size = Math.max(10, Math.min(window.innerHeight * 0.02, window.innerWidth * 0.03));
  const word = mark.lastElementChild;
  mark.style.fontSize = `${size}px`;
  mark.style.right = `${size * 0.5}px`;
  mark.style.bottom = `${size * 0.2}px`;
  // On a screen of its own the word may be as wide as that; else no wider than half of it.
  const wordRoom = window.innerWidth / (now ? 2 : 1) - size * 2;
  word.hidden = word.textContent === '' || width(word.textContent) * size > wordRoom;
  const wide = Math.min(Math.max(11, size * 1.1), (window.innerWidth - 16) / Math.max(1, width(told.textContent)));
  told.style.fontSize = `${wide}px`;
  told.style.top = `${wide * 0.2}px`;
}

function fillScreen(leaves) {
  if (document.fullscreenElement) {
    if (leaves) document.exitFullscreen().catch(() => {});
  } else {
    document.documentElement.requestFullscreen?.().catch(() => {});
  }
}

const THEMES = ['dark', 'light', 'contrast'];

function paint(theme) {
  if (THEMES.includes(theme)) document.documentElement.dataset.theme = theme;
}

let hasTold = false;

/** Said once, and fades: nobody in the hall can do anything about it, whoever has just opened the page can. */
function mayBeOff() {
  if (hasTold) return;
  hasTold = true;
  told.textContent = words.maySleep;
  told.hidden = false;
  placeMarks();
  setTimeout(() => told.classList.add('gone'), 9000);
  setTimeout(() => { told.hidden = true; }, 10000);
}

async function keepLit() {
  if (document.hidden) return;
  try {
    const lock = await navigator.wakeLock.request('screen');
    // A browser may take it back, for want of power for example, and gives it again or says why not.
    lock.addEventListener('release', () => setTimeout(keepLit, 1000), { once: true });
  } catch {
    if (!document.hidden) mayBeOff();
  }
}

let rest = 0;
function stir() {
  document.body.classList.remove('resting');
  clearTimeout(rest);
  rest = setTimeout(() => document.body.classList.add('resting'), 3000);
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  switch (event.key) {
    case 'f': case 'F': fillScreen(true); break;
    case 't': case 'T': paint(THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length]); break;
    case '+': case '=': room = Math.min(1, room + 0.05); draw(); break;
    case '-': room = Math.max(0.5, room - 0.05); draw(); break;
    default: return;
  }
  event.preventDefault();
});
addEventListener('click', () => fillScreen(false));
addEventListener('mousemove', stir);
addEventListener('resize', draw);
addEventListener('pagehide', leave);
addEventListener('pageshow', (event) => { if (event.persisted) arrive(); });
document.addEventListener('visibilitychange', () => { keepLit(); if (standing) isDrawn(standing); });

paint(new URLSearchParams(location.search).get('theme'));
placeMarks();
stir();
arrive();
keepLit();
document.fonts.load(`700 20px "Ikrar"`).catch(() => {}).then(() => { known.clear(); ready = true; draw(); });
