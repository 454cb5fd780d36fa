// Nothing that stands nowhere else is left without a question; only the quick exit never asks.
const SHIFTS = 3;
const TOGETHER = 2000;

let exiting = false;

/**
 * Asks before this document is left, reloaded or closed while it holds something that would be lost. The quick exit, by its link or by three
 * times Shift, blanks the page at once and takes this entry of the browser's history with it.
 */
export function askBeforeLeaving(holdsSomething) {
  const link = document.querySelector('.exit a');
  if (link) quickly(link);
  addEventListener('beforeunload', event => {
    if (!exiting && holdsSomething()) event.preventDefault();
  });
}

function quickly(link) {
  const leave = event => {
    event?.preventDefault();
    exiting = true;
    document.documentElement.hidden = true;
    document.title = ' ';
    location.replace(link.href);
  };
  link.addEventListener('click', leave);
  document.querySelectorAll('[data-shift]').forEach(hint => (hint.hidden = false));
  let pressed = [];
  addEventListener('keydown', ({ key, timeStamp, repeat }) => {
    if (repeat) return;
    pressed = key === 'Shift' ? [...pressed, timeStamp].filter(at => timeStamp - at < TOGETHER) : [];
    if (pressed.length >= SHIFTS) leave();
  });
}

/** The pages of the channel follow one another in one entry of the history, so that Back leads out of it. */
export function followInPlace() {
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || link.target || event.defaultPrevented) return;
    const url = new URL(link.href, location.href);
    const samePage = url.pathname === location.pathname && url.search === location.search && url.hash;
    if (url.origin !== location.origin || samePage) return;
    event.preventDefault();
    location.replace(url.href);
  });
}

/** What is on the page stands nowhere else, and another language would be another page. */
export const hideLanguages = () => document.querySelectorAll('.language').forEach(link => (link.hidden = true));
