// The form of a mailbox as it stands on its page; what opens it runs once somebody touches it.
import { whileBusy } from '../page/busy.js';
import { parts, runAtTouch } from '../page/parts.js';
import { say, told } from '../page/texts.js';

const PARTS = ['sealing', 'words-id', 'words-en'];

let opening;

/** Takes the form of the mailbox over. */
export function startMailbox(form) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    whileBusy(form.querySelector('button[type=submit]'), () => enter(form));
  });
  document.querySelectorAll('[data-sealed-here]').forEach(element => (element.hidden = element.dataset.sealedHere !== 'yes'));
  runAtTouch(form, PARTS, form.querySelector('[data-error]'));
}

/** Wipes the keys of the receipt and forgets every word. */
export const forgetMailbox = () => opening?.forgetMailbox();

/** Whether an answer is typed that was not sent. */
export const typesAnswer = () => opening?.typesAnswer() ?? false;

async function enter(form) {
  say(form.querySelector('[data-error]'));
  try {
    const [part, ...lists] = await parts(PARTS);
    opening = part;
    await opening.enter(form, lists.map(({ words }) => words));
  } catch (failure) {
    say(form.querySelector('[data-error]'), told(failure));
  }
}
