// The form of the protected channel with the story in it. Nothing else can be typed or chosen, so that the code which this tab will carry
// is that of a fictional report and of no other.
import { whileBusy } from '../page/busy.js';
import { forgetFiles } from '../page/files.js';
import { carry, goOnWith, noteBefore } from './carried.js';

/** Fills the form in and waits for its receipt. */
export function fillForm(form, texts) {
  if (form.ariaBusy === 'true') return; // somebody sends something of their own
  form.reset();
  forgetFiles(form);
  form.elements.body.value = texts.body;
  form.querySelector('#category-procurement').checked = true;
  for (const field of form.querySelectorAll('input, textarea')) {
    if (field.type === 'radio' || field.type === 'checkbox' || field.type === 'file') field.disabled = !field.checked;
    else field.readOnly = true;
  }
  form.querySelector('[data-pick]').hidden = true;
  const note = noteBefore(form, texts.form);
  linkIn(note.firstChild, texts.press, '#send');
  note.focus();
  const received = new MutationObserver(() => {
    const code = document.getElementById('receipt-digits');
    if (!code) return;
    received.disconnect();
    receipt([...code.children].map(group => group.textContent), texts);
  });
  received.observe(document.querySelector('main'), { childList: true });
}

/** Makes these words of the line lead to an element that stands far below it. */
function linkIn(line, words, href) {
  const [before, after] = line.textContent.split(words);
  const link = document.createElement('a');
  link.href = href;
  link.textContent = words;
  line.replaceChildren(before, link, after);
}

/** The check of the receipt is done for the visitor, and leads on to the story. */
async function receipt(groups, texts) {
  const check = document.querySelector('form[data-check]');
  const [on, skip] = check.querySelectorAll('button');
  noteBefore(check, texts.receipt);
  check.setAttribute('action', '/demo#langkah-2');
  on.textContent = texts.on;
  on.dataset.busy = texts.busy;
  skip.hidden = true;
  const digits = groups.join(' ');
  carry(digits);
  await whileBusy(on, () => goOnWith(digits).catch(console.error)); // the story's page asks again
  check.querySelectorAll('.check input').forEach((field, i) => (field.value = groups[i]));
}
