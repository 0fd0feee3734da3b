// Where things stand: heading, words in the middle, words that are read, and foot, each fitted to the window. Texts are set
// as text, never as markup.

const words = JSON.parse(document.getElementById('words').textContent);
const part = (name) => document.getElementById(name);
const [stage, heading, head, turn, block, after, foot, live, mark, told] =
  ['stage', 'heading', 'head', 'turn', 'block', 'after', 'foot', 'live', 'mark', 'told'].map(part);
const isReader = words.role === 'reader';

/** How much of the window is used, of one. */
let room = 1;

function lines(element, texts, size, wrap = false) {
  element.style.fontSize = `${size}px`;
  element.replaceChildren(...texts.map((text) => {
    const line = document.createElement('div');
    const inner = wrap ? line.appendChild(document.createElement('span')) : line;
    inner.textContent = text;
    return line;
  }));
}

function place(element, left, top, across) {
  element.hidden = false;
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = across === undefined ? 'auto' : `${across}px`;
}

/** Two texts in one row, from edge to edge, or one above the other where that is too narrow; gives its height. */
function row(element, texts, size, across) {
  const [one, other] = texts;
  const apart = texts.every((text) => text !== '') ? 2 : 0;
  const beside = (width(one) + width(other) + apart) * size <= across;
  const fits = beside ? size : Math.min(size, across / Math.max(width(one), width(other)));
  element.classList.toggle('stacked', !beside);
  [...element.children].forEach((child, at) => { child.textContent = texts[at]; child.hidden = texts[at] === ''; });
  element.style.fontSize = `${fits}px`;
  const rows = texts.every((text) => text === '') ? 0 : beside || apart === 0 ? 1 : 2;
  element.hidden = rows === 0;
  return rows * fits * LEADING;
}

/** The sizes of a window, and what follows from them. */
function frame() {
  const across = window.innerWidth * room, down = window.innerHeight * room;
  const side = Math.max(10, across * 0.05), edge = Math.max(16, down * 0.045);
  stage.style.left = `${(window.innerWidth - across) / 2}px`;
  stage.style.top = `${(window.innerHeight - down) / 2}px`;
  stage.style.width = `${across}px`;
  stage.style.height = `${down}px`;
  const small = Math.max(12, Math.min(down * 0.036, across * 0.045));
  return { down, side, edge, small, inner: across - 2 * side, isLow: down < 150 };
}

/** Texts of several sizes in the middle, a little above it; those of the full size in so many lines at most, and in fewer
    where that costs little. */
function centred(texts, most, frame, top, bottom) {
  const given = texts.filter((text) => text.words);
  const pieces = given.map((text) => widths(text.words));
  const across = frame.inner * 0.94, down = bottom - top, largestOf = frame.down * 0.13;
  const linesAt = (size) => pieces.map((piece, at) => count(piece, across / (size * given[at].share)));
  const tall = (size) => linesAt(size).reduce((sum, lines, at) =>
    sum + lines * size * given[at].share * LEADING + (given[at].above ?? 0) * size, 0);
  const sizeWithin = (lines) => largest(largestOf, (size) => {
    const full = linesAt(size).reduce((sum, needed, at) => sum + (given[at].share === 1 ? needed : 0), 0);
    const lesser = linesAt(size).every((needed, at) => given[at].share === 1 || needed <= 2);
    return full <= lines && (lesser || lines === Infinity) && tall(size) <= down;
  });
  const least = given.filter((text) => text.share === 1).length;
  const bounds = [...Array(Math.max(0, most - least)).keys()].map((more) => least + more).concat(Math.max(most, least));
  const sizes = bounds.map(sizeWithin);
  const bound = bounds.findIndex((_, at) => sizes[at] >= 0.8 * Math.max(...sizes));
  const size = sizes[bound] > 10 ? sizes[bound] : Math.max(sizes[bound], sizeWithin(Infinity));
  const elements = given.flatMap((text) => broken(text.words, size * text.share, across).map((words, at) => {
    const line = document.createElement('div');
    line.textContent = words;
    line.className = text.share < 1 ? 'lesser' : '';
    line.style.fontSize = `${text.share}em`;
    if (at === 0 && text.above) line.style.marginTop = `${text.above / text.share}em`;
    return line;
  }));
  block.className = 'centred';
  block.style.fontSize = `${size}px`;
  block.replaceChildren(...elements);
  place(block, frame.side, top + Math.max(0, down - tall(size)) * 0.4, frame.inner);
}

/** Words that are read: one size for all that is read in this step, from the same place each time; gives it. Where that is
    too small because a text that is read alone is long somewhere else, what has room for it is larger. */
function spoken(texts, measures, frame, top, bottom, options = {}) {
  const thousandths = (measures ?? []).map((measure) => measure.map((word) => word * 1.005 / 1000));
  // Measures know nothing of kerning: by so much a line may reach into the margin, so that no piece changes the size.
  const reach = frame.inner * 1.02;
  const own = widths(texts.join(' ')).map((word) => word / 1.02);
  const most = frame.down * 0.2, least = options.long ? frame.down * 0.05 : 0;
  // Lines on whole pixels, so that no seam is seen between two that are filled.
  const fits = (pieces) => fitted(pieces, frame.inner, bottom - top, most, least);
  const common = fits([...thousandths, own]);
  const chosen = common < least ? Math.min(least, fits([own])) : common;
  const size = Math.max(1, Math.floor(chosen * LEADING)) / LEADING;
  const within = frame.inner / size;
  const runOn = broken(texts.join(' '), size, reach);
  // The block is as high as the highest of all the pieces; phrases begin lines of their own where that makes it no higher.
  const highest = Math.max(runOn.length, ...thousandths.map((piece) => count(piece, within)));
  const apart = texts.flatMap((text) => broken(text, size, reach));
  const shown = apart.length <= highest ? apart : runOn;
  const high = highest * LEADING * size;
  // It stands at the margin, but in the middle where all the pieces are single lines.
  const whole = (piece) => piece.reduce((sum, word) => sum + word + width(' '), -width(' '));
  const wide = Math.max(...(thousandths.length > 0 ? thousandths : [own]).map(whole), longest(shown) / 1.02) * size;
  block.className = `${options.look ? `spoken ${options.look}` : ''}${options.long ? ' long' : ''}`;
  lines(block, shown, size, options.look !== undefined);
  const left = options.look || highest > 1 ? 0 : Math.max(0, frame.inner - wide) / 2;
  place(block, frame.side + left, Math.round(top + Math.max(0, bottom - top - high) * 0.45));
  return size;
}

/** The heading above: every line of it where there is room, else the first; gives where it ends. */
function above(texts, frame) {
  if (texts.length === 0 || frame.isLow) return frame.edge * 0.8;
  const least = 11, most = frame.small, pieces = texts.map(widths);
  const tall = (chosen, size) =>
    chosen.reduce((sum, piece) => sum + count(piece, frame.inner / size) * LEADING * size, 0);
  let chosen = pieces, size = largest(most, (size) => tall(pieces, size) <= frame.down * 0.22);
  if (size < least) {
    chosen = pieces.slice(0, 1);
    size = largest(most, (size) => tall(chosen, size) <= frame.down * 0.22);
  }
  lines(heading, texts.slice(0, chosen.length).flatMap((text) => broken(text, size, frame.inner)), size);
  place(heading, frame.side, frame.edge, frame.inner);
  return frame.edge + tall(chosen, size) + size * 0.8;
}

/** The foot: which clause it is, and how it is read; gives where it begins. */
function below(counted, manner, frame, isMiddle = false) {
  if (frame.isLow) return frame.down - frame.edge * 0.8;
  foot.classList.toggle('middle', isMiddle);
  const tall = row(foot, [counted, manner], frame.small * 1.2, frame.inner);
  if (tall === 0) return frame.down - frame.edge;
  place(foot, frame.side, frame.down - frame.edge - tall, frame.inner);
  return frame.down - frame.edge - tall - frame.small * 0.6;
}

const fill = (sentence, number, of) => sentence.replace('{number}', number).replace('{of}', of);
const counted = (count) => (count ? fill(words.counts[count.unit] ?? words.counts.none, count.number, count.of) : '');

/** Where words that are read end: in the upper two thirds of a window that is high enough for it. */
const spokenEnd = (frame, bottom) => (frame.down < 320 ? bottom : Math.min(bottom, frame.down * 0.72));

function manner(shown) {
  if (shown.mode === 'together') return words.manner.together;
  if (shown.mode === 'echo' && shown.turn === 'echo') return words.manner.repeated;
  return shown.mode === 'echo' && !shown.turn ? words.manner.readThenRepeated : words.manner.read;
}

function card(ceremony, frame) {
  centred([
    { words: ceremony.title, share: 1 },
    { words: ceremony.agency, share: 0.5, above: 0.55 },
    { words: ceremony.place, share: 0.42, above: 0.12 },
    { words: ceremony.date, share: 0.42, above: 0.12 },
  ], 3, frame, frame.edge, frame.down - frame.edge);
  return [ceremony.title, ceremony.agency, ceremony.place, ceremony.date];
}
