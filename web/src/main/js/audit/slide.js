// One slider over the moments of a case.
import { addressed, fill, lead, moments, remember, replace } from './part.js';

const STEP = 1000;

export function slide(place) {
  const range = document.getElementById('geser-saat');
  const button = document.getElementById('putar');
  const status = document.getElementById('saat-kini');
  const field = document.getElementById('at');
  const links = [...document.querySelectorAll('[data-go]')];
  const indexes = moments(place.dataset.indexes);
  const views = moments(place.dataset.views);
  const missed = moments(place.dataset.missed);
  const words = { play: button.textContent, pause: button.dataset.pause };
  let playing;

  const here = () => indexes[range.valueAsNumber];
  const atEnd = () => range.valueAsNumber === indexes.length - 1;

  const targets = () => {
    const at = range.valueAsNumber;
    return {
      first: at > 0 ? indexes[0] : undefined,
      previous: indexes[at - 1],
      next: indexes[at + 1],
      last: at < indexes.length - 1 ? indexes.at(-1) : undefined,
      view: views[0],
      missed: missed.find(moment => indexes.indexOf(moment) > at),
    };
  };

  function reflect() {
    const to = targets();
    for (const link of links) {
      const index = to[link.dataset.go];
      if (index !== undefined) link.href = addressed(place.dataset.address, { at: index });
      else if (link === document.activeElement) range.focus();
      link.parentElement.hidden = index === undefined;
    }
    for (const row of document.querySelectorAll('#linimasa tr[data-index]')) {
      if (row.dataset.index === here()) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  }

  function away() {
    pause();
    status.textContent = place.dataset.away;
  }

  async function show() {
    const at = here();
    reflect();
    const address = addressed(place.dataset.moment, { at });
    const part = await replace(document.getElementById('saat'), address, { handle: range, away });
    if (!part) return;
    status.textContent = part.dataset.label;
    range.setAttribute('aria-valuetext', part.dataset.label);
    fill(field, at);
    for (const hidden of document.querySelectorAll('input[type=hidden][name=at]')) hidden.value = at;
    lead(at);
    remember(addressed(location.href, { at }));
  }

  function go(ordinal) {
    range.value = ordinal;
    return show();
  }

  function pause() {
    playing = undefined;
    button.textContent = words.play;
  }

  /** A moment a second; none is passed over where the server takes longer than that. */
  async function play() {
    const own = (playing = {});
    button.textContent = words.pause;
    if (atEnd()) await go(0);
    for (;;) {
      if (playing === own && atEnd()) pause();
      if (playing !== own) return;
      await new Promise(passed => setTimeout(passed, STEP));
      if (playing === own) await go(range.valueAsNumber + 1);
    }
  }

  range.addEventListener('input', () => {
    pause();
    show();
  });
  button.addEventListener('click', () => (playing ? pause() : play()));
  document.addEventListener('click', event => {
    const link = event.target.closest?.('[data-go]');
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain) return;
    event.preventDefault();
    pause();
    go(indexes.indexOf(targets()[link.dataset.go]));
  });
  addEventListener('pagehide', pause);
  place.hidden = false;
  reflect();
}
