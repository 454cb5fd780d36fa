// The form of the protected channel as it stands on its page; what seals it runs once somebody touches it.
import { listFiles } from '../page/files.js';
import { parts, runAtTouch } from '../page/parts.js';
import { endProgress } from '../page/progress.js';
import { say, told } from '../page/texts.js';
import { holdsAnything } from './filled.js';
import { sayReaders } from './readers.js';

const PARTS = ['sealing', 'words'];

let sealing;

/** Takes the form over and says so on the page. */
export function startReport(form) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit(form);
  });
  sayReaders(form);
  listFiles(form);
  document.querySelectorAll('[data-sealed-here]').forEach(element => (element.hidden = element.dataset.sealedHere !== 'yes'));
  runAtTouch(form, PARTS, placeOf(form));
}

/** Forgets every word and key of the page. */
export const forgetReport = () => sealing?.forgetReport();

/** Whether the page holds what stands nowhere else: something typed or chosen, or a receipt. */
export function holdsReport() {
  const form = document.getElementById('lapor');
  return sealing ? sealing.holdsReport() : Boolean(form) && holdsAnything(form);
}

const placeOf = form => form.querySelector('[data-unready]');

/** Nothing leaves the form, and nothing in it is lost, where what seals it cannot be had. */
async function submit(form) {
  if (form.ariaBusy === 'true') return;
  busy(form, true);
  try {
    const [part, { words }] = await parts(PARTS);
    sealing = part;
    say(placeOf(form));
    await sealing.sendReport(form, words);
  } catch (failure) {
    const place = placeOf(form);
    say(place, told(failure));
    place.focus();
  } finally {
    busy(form, false);
  }
}

function busy(form, yes) {
  form.ariaBusy = String(yes);
  form.querySelector('button[type=submit]').disabled = yes;
  if (!yes) endProgress(form);
}
