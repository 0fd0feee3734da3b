// The texts of the page: how wide they are, into which lines they break, and the size at which they fit.
'use strict';

const FACE = '"Ikrar", system-ui, sans-serif';
const LEADING = 1.2;
const MOST_LINES = 4;
const pen = document.createElement('canvas').getContext('2d');
const known = new Map();

function width(text) {
  if (!known.has(text)) {
    pen.font = `700 100px ${FACE}`;
    // A hair wider than it is: no browser rounds it out of its window.
    known.set(text, pen.measureText(text).width * 1.005 / 100);
  }
  return known.get(text);
}

/** Between two words: every white space but those at which no line may be broken. */
const GAPS = /(?:(?![\u00a0\u202f])\p{White_Space})+/gu;

/** The words of a text with where they begin, between which a line may be broken: what a space that does not break parts is
    one word; long words that a stroke joins are several, the stroke with the first. The measures of a slide go by the same. */
function split(text) {
  const letters = (part) => (part.match(/\p{Alphabetic}/gu) ?? []).length;
  const words = [];
  for (const match of text.matchAll(/(?:\P{White_Space}|[\u00a0\u202f])+/gu)) {
    let word = match[0], at = match.index;
    for (let stroke = word.indexOf('/'); stroke >= 0; stroke = word.indexOf('/', stroke + 1)) {
      if (letters(word.slice(0, stroke)) < 8 || letters(word.slice(stroke)) < 8) continue;
      words.push({ word: word.slice(0, stroke + 1), at });
      at += stroke + 1;
      word = word.slice(stroke + 1);
      stroke = -1;
    }
    if (word !== '') words.push({ word, at });
  }
  return words;
}

const widths = (text) => split(text).map(({ word }) => width(word));

/** How many lines words of such widths need, of at most so wide; too many where a word is wider. */
function count(piece, room) {
  const space = width(' ');
  let lines = 0, line = Infinity;
  for (const word of piece) {
    if (word > room) return Infinity;
    if (line + space + word > room) { lines += 1; line = word; } else line += space + word;
  }
  return lines;
}

/** How little a line may end between two words, where they are known: not within a name, not after a short word that leads on. */
function dearness(one, other) {
  if (one === undefined || other === undefined) return 0;
  if (/[,;:.!?…]$/u.test(one)) return -0.06;
  if (one.endsWith('/')) return 0.15;
  if (/^\p{Lu}/u.test(one) && /^\p{Lu}/u.test(other)) return 0.15;
  return one.length <= 4 && /^\p{Ll}+$/u.test(one) ? 0.15 : 0;
}

/** Where each line begins: as few lines as are needed, and of those the least ragged that end where one may breathe. */
function starts(piece, room, texts = []) {
  const lines = count(piece, room);
  if (!Number.isFinite(lines)) return piece.map((_, at) => at);
  const space = width(' ');
  const whole = piece.reduce((sum, word) => sum + word + space, -space);
  const ideal = whole / Math.max(lines, 1);
  // best[n][end]: the least raggedness of the words before `end` in n lines, and where the last of them begins.
  let best = [{ cost: 0, from: [] }];
  for (let line = 1; line <= lines; line += 1) {
    const next = [];
    for (let end = 1; end <= piece.length; end += 1) {
      let long = -space;
      for (let from = end - 1; from >= 0; from -= 1) {
        long += space + piece[from];
        if (long > room && from < end - 1) break;
        if (!best[from]) continue;
        const ends = end < piece.length ? dearness(texts[end - 1], texts[end]) : 0;
        const cost = best[from].cost + (long - ideal) ** 2 + ends * ideal ** 2;
        if (!next[end] || cost < next[end].cost) next[end] = { cost, from: [...best[from].from, from] };
      }
    }
    best = next;
  }
  return best[piece.length] ? best[piece.length].from : [0];
}

/** A text in lines, at a size, within so many pixels. */
function broken(text, size, across) {
  const all = split(text), words = all.map(({ word }) => word);
  const from = starts(words.map(width), across / size, words);
  return from.map((start, at) => text.slice(all[start].at, all[from[at + 1]]?.at).replace(GAPS, ' ').replace(/^ | $/gu, ''));
}

const longest = (lines) => Math.max(0, ...lines.map(width));

/** The largest size up to a bound at which something holds that holds at every smaller one. */
function largest(most, holds) {
  let low = 1, high = Math.max(1, most);
  if (holds(high)) return high;
  for (let turns = 0; turns < 24; turns += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle; else high = middle;
  }
  return low;
}

/** The largest size at which every piece stands in an area: in three lines where that costs little, else in four. */
function fitted(pieces, across, down, most, least = 0) {
  const within = (lines) => largest(most, (size) => pieces.every((piece) => {
    const needed = count(piece, across / size);
    return needed <= lines && needed * LEADING * size <= down;
  }));
  const four = within(MOST_LINES), three = within(MOST_LINES - 1);
  const size = three * 5 >= four * 4 ? three : four;
  // A long text that one person reads alone is better small in many lines than too small in four.
  return size < least ? Math.max(size, Math.min(least, within(Infinity))) : size;
}
