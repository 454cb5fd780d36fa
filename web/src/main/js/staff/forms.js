// The forms that keys have a part in: signing in, unlocking, and messages that are sealed before they leave.
import { keepCircle } from './casepage.js';
import { audience, sealMessages, sealNote } from './compose.js';
import { restoreDrafts } from './drafts.js';
import { actionOf, visit } from './navigate.js';
import { recipientsOf } from './recipients.js';
import { postForNext } from '../page/requests.js';
import { unlocked, withKeys } from './session.js';
import { sayFailure } from './signedout.js';
import { signIn, unlockOnly } from './signin.js';
import { Told, say, sentence } from '../page/texts.js';
import { count, tooLong } from '../page/limits.js';
import { lengthOf, fieldName, fieldText } from '../page/fields.js';

/** Sealed messages of a form, kept until they are sent: a second try after a lost answer sends the same bytes. */
const sealed = new WeakMap();

/** Most characters of a message: as many as a reporter can still read without JavaScript, and as fit the parts that the server takes. */
const LONGEST = 10_000;

/** Most characters of a note: as many as fit one item in any script. */
const LONGEST_NOTE = 8_000;

const errorOf = form => form.querySelector('[data-error], .err');

/** Runs the work once at a time; a failure stands in the form, beside the fields where the server names some. */
async function once(form, work) {
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  const buttons = [...form.querySelectorAll('button')].filter(button => !button.disabled);
  buttons.forEach(button => (button.disabled = true));
  form.querySelectorAll('[data-error-for]').forEach(element => say(element));
  say(errorOf(form));
  try {
    await work();
  } catch (failure) {
    sayFailure(errorOf(form), failure);
    for (const [field, message] of Object.entries(failure.errors ?? {})) {
      say(form.querySelector(`[data-error-for="${CSS.escape(field)}"]`), message);
    }
  } finally {
    form.ariaBusy = 'false';
    buttons.forEach(button => (button.disabled = false));
  }
}

export const submitSignIn = form =>
  once(form, async () => {
    const { name, passphrase } = form.elements;
    const next = await signIn(actionOf(form), fieldName(name.value), passphrase.value);
    passphrase.value = '';
    await visit(form.dataset.next ?? next ?? '/kerja', {}, form.dataset.next ? 'push' : 'replace');
  });

export const submitUnlock = (form, reflect) =>
  once(form, async () => {
    const { passphrase } = form.elements;
    await unlockOnly(form.dataset.name, passphrase.value);
    passphrase.value = '';
    say(form.querySelector('[data-reason]'));
    reflect();
    document.querySelector('[data-open]:not([hidden])')?.focus({ preventScroll: true });
    if (unlocked()) await withKeys(restoreDrafts);
  });

export const submitMessage = (form, submitter) =>
  once(form, async () => {
    const { text: typed, ...fields } = Object.fromEntries(new FormData(form, submitter));
    const text = fieldText(typed);
    const note = form.dataset.seal === 'note';
    if (text === '' && note && !form.elements.text.required) return visit(form.dataset.without, plain(fields), 'replace');
    if (text === '') throw new Told('empty');
    const detail = tooLong(lengthOf(text), note ? LONGEST_NOTE : LONGEST);
    if (detail) throw new Told('tooLong', { detail });
    const items = await withKeys(keys => sealedItems(form, text, keys));
    const next = await posted(form, submitter, { ...fields, items });
    form.elements.text.value = '';
    count(form.elements.text);
    await visit(next ?? location.href, {}, 'replace');
  });

/** Whoever was told that a colleague changed the case meanwhile may still send. */
async function posted(form, submitter, message) {
  try {
    return await postForNext(actionOf(form, submitter), message);
  } catch (failure) {
    if (failure.code === 'reports/stage-changed') form.elements.stage.value = '';
    throw failure;
  }
}

const plain = fields => ({ method: 'POST', body: new URLSearchParams(fields) });

async function sealedItems(form, text, keys) {
  const mark = JSON.stringify([text, { ...form.dataset }]);
  if (sealed.get(form)?.mark !== mark) {
    keepCircle(form.dataset);
    const manifest = await recipientsOf(form.dataset.manifestDigest);
    const sealing = form.dataset.seal === 'note' ? sealNote : sealMessages;
    const items = await sealing(form.dataset, text, audience(form.dataset, manifest, keys), keys);
    sealed.set(form, { mark, items });
  }
  return sealed.get(form).items;
}

/** Shows the unlock form where something needs keys, and the lock button where keys are there. */
export function reflect() {
  const box = document.getElementById('buka');
  const button = document.getElementById('kunci');
  if (box) box.hidden = unlocked();
  if (button) button.hidden = !unlocked();
}

/** Says why the box is closed. */
export function closedBecause(reason) {
  reflect();
  say(document.querySelector('#buka [data-reason]'), sentence(reason));
  document.querySelector('#buka input')?.focus();
}
