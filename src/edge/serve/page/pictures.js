// The pictures: a slide for the hall, a prompt for the reader at the podium, and when they are drawn. Never an error, a
// question or a clock.

/** What is to be shown, what stands in the document, what has been drawn, and whether the typeface is there. */
let now = null, standing = null, drawn = null, ready = false;

/** Draws a slide for the hall; gives what a screen reader says of it. */
function hall(slide, frame) {
  const shown = slide.shown;
  switch (shown.what) {
    case 'title-card': return card(slide.ceremony, frame);
    case 'title': {
      if (shown.words.length > 0) {
        const bottom = below(counted(shown.count), '', frame);
        spoken(shown.words, slide.measures, frame, above([shown.title], frame), spokenEnd(frame, bottom), { long: true });
        return [shown.title, shown.words.join(' ')];
      }
      const bottom = below(counted(shown.count), '', frame, true);
      centred([{ words: shown.title, share: 1 }], 3, frame, frame.edge, bottom);
      return [shown.title];
    }
    case 'heading':
      centred(shown.lines.map((words, at) => ({ words, share: 1, above: at ? 0.15 : 0 })), MOST_LINES,
        frame, frame.edge, frame.down - frame.edge);
      return [shown.lines.join(' ')];
    case 'words': {
      const bottom = below(counted(shown.count), manner(shown), frame);
      spoken(shown.lines, slide.measures, frame, above(shown.heading, frame), spokenEnd(frame, bottom));
      return [shown.lines.join(' ')];
    }
    case 'signatory': {
      const top = above([shown.title], frame);
      const called = [shown.name, shown.office].filter((text) => text);
      centred(called.map((words, at) => ({ words, share: at ? 0.55 : 1, above: at ? 0.3 : 0 })), 3,
        frame, top, frame.down - frame.edge);
      return called;
    }
    default: return [];
  }
}

/** Whose turn it is: a sign and a word each, as on a terminal. */
function labels(prompt) {
  const does = words.doing[prompt.doing];
  const short = prompt.speaker?.short.toLocaleUpperCase('id');
  const reads = short ? [short, does.by].filter((text) => text).join(' ') : does.byNobody;
  switch (prompt.voice) {
    case 'read-then-repeated': return [['lead', 'lead', reads], ['then', 'echo', words.thenRepeated]];
    case 'read': case 'act': return [['lead', 'lead', reads]];
    case 'repeated': return [['echo', 'echo', words.participantsRepeat]];
    case 'together': return [['together', 'together', words.manner.together]];
    case 'everybody': return [['others', 'others', words.participants]];
    default: {
      const { role, name } = prompt.speaker ?? {};
      return [['others', 'others', role ? [role, name].filter((text) => text).join(' · ') : does.byNobody]];
    }
  }
}

/** Draws a prompt for the reader at the podium; gives what a screen reader says of it. */
function podium(prompt, frame) {
  if (!prompt.step) return prompt.ceremony.title ? card(prompt.ceremony, frame) : [];
  const step = `${fill(words.step, prompt.step.number, prompt.step.of)} · ${prompt.step.title}`;
  let top = frame.edge * 0.8;
  if (!frame.isLow) {
    const tall = row(head, [step, counted(prompt.count)], frame.small * 0.9, frame.inner);
    place(head, frame.side, frame.edge, frame.inner);
    top = frame.edge + tall + frame.small * 0.7;
  }
  const given = labels(prompt);
  const needed = given.reduce((sum, [, , text]) => sum + width(text) + 3.4, 0);
  const size = Math.min(frame.small * 1.15, frame.inner / needed);
  turn.style.fontSize = `${size}px`;
  turn.replaceChildren(...given.map(([look, sign, text]) => {
    const label = document.createElement('span');
    label.className = look;
    label.appendChild(document.createElement('i')).className = sign;
    label.appendChild(document.createElement('b')).textContent = text;
    return label;
  }));
  place(turn, frame.side, top);
  top += size * 2.4;
  const next = prompt.next ?? prompt.next_step;
  // Its place is kept where nothing comes, so that nothing moves.
  const area = frame.isLow ? 0 : frame.down * 0.2;
  const bottom = frame.down - frame.edge - area;
  const present = prompt.present === '' ? prompt.step.title : prompt.present;
  const long = !['read-then-repeated', 'repeated', 'together'].includes(prompt.voice);
  const end = area ? bottom - frame.small * 0.6 : bottom;
  const shown = spoken([present], prompt.doing === 'reads' ? prompt.measures : [], frame, top, end, { look: prompt.voice, long });
  if (next && area) {
    // What comes next never outshines what is read now.
    const most = Math.min(frame.down * 0.07, Math.max(frame.small, shown * 0.8));
    const smaller = fitted([widths(next)], frame.inner, area - frame.small * LEADING, most);
    const told = prompt.next ? words.next : words.nextStep;
    lines(after, [told, ...broken(next, smaller, frame.inner)], smaller);
    after.firstElementChild.style.fontSize = `${Math.min(frame.small * 0.9, frame.inner / width(told))}px`;
    place(after, frame.side, bottom);
  }
  return [present];
}

const still = window.matchMedia('(prefers-reduced-motion: reduce)');
let before = null;

function draw() {
  if (!now || !ready) return;
  for (const element of [heading, head, turn, block, after, foot]) element.hidden = true;
  block.replaceChildren();
  const isDark = now.state === 'blank';
  document.body.classList.toggle('dark', isDark);
  const says = isDark ? [] : (isReader ? podium : hall)(now, frame());
  settle();
  const said = says.filter((text) => text).join('. ').replace(/([.,;:!?…])\. /gu, '$1 ');
  if (live.textContent !== said) live.textContent = said;
  document.title = now.ceremony.title || words.title;
  const picture = `${isDark}${said}`;
  // The first is there at once, in its full colours.
  if (before !== null && picture !== before && !still.matches) {
    block.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 180, easing: 'ease-out' });
  }
  before = picture;
  placeMarks();
  const here = standing = { run: now.run, number: now.number };
  // A window that nobody sees has no frames.
  if (document.hidden) isDrawn(here); else requestAnimationFrame(() => requestAnimationFrame(() => isDrawn(here)));
}

function isDrawn(here) {
  drawn = here;
  report();
}

/** What was measured is what is drawn, but for a browser that draws a text otherwise than it measures it. */
function settle() {
  for (const element of [heading, head, turn, block, after, foot]) {
    if (element.hidden) continue;
    for (let turns = 0; turns < 8; turns += 1) {
      const right = Math.max(0, ...[...element.children].map((child) => {
        const range = document.createRange();
        range.selectNodeContents(child);
        return range.getBoundingClientRect().right;
      }));
      if (right <= stage.getBoundingClientRect().right) break;
      element.style.fontSize = `${parseFloat(element.style.fontSize) * 0.95}px`;
    }
  }
}
