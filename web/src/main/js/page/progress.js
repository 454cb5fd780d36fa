// How far the work of a form is, as its <progress> and [data-progress] show it.
import { say, sentence } from './texts.js';

/** Shows how far `total` bytes are; `sealing` counts what is added, `sending` what has left. */
export function progressOf(form, what, total) {
  const bar = form.querySelector('progress');
  let done = 0;
  say(form.querySelector('[data-progress]'), sentence(what));
  bar.hidden = total === 0;
  return bytes => {
    done = what === 'sealing' ? done + bytes : bytes;
    bar.value = total === 0 ? 1 : Math.min(1, done / total);
  };
}

/** Hides it again. */
export function endProgress(form) {
  form.querySelector('progress').hidden = true;
  say(form.querySelector('[data-progress]'));
}
