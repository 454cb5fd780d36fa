// What must be corrected before a report can be sealed, said where it is and once more above.
import { mistakeOf } from '../page/files.js';
import { tooLong } from '../page/limits.js';
import { sentence } from '../page/texts.js';
import { lengthOf } from '../page/fields.js';

const LONGEST = { body: 20000, identityName: 300, identityContact: 300 };

/** The mistakes of a filled-in form, as [field, sentence name]; none where it may be sealed. */
export function mistakesOf(form, { category, text, identity, files }) {
  const { name = '', contact = '' } = identity ?? {};
  return [
    [!category, 'category', 'categoryMissing'],
    [text === '', 'body', 'bodyMissing'],
    ...[['body', text], ['identityName', name], ['identityContact', contact]].map(tooLongIn),
    ofFiles(mistakeOf(form, files)),
  ]
    .filter(([wrong]) => wrong)
    .map(([, field, mistake, said]) => ({ field, text: said ?? sentence(mistake) }));
}

const ofFiles = said => [said, 'attachment', undefined, said];

function tooLongIn([field, typed]) {
  const said = tooLong(lengthOf(typed), LONGEST[field]);
  return [said, field, undefined, said];
}

/**
 * Shows the mistakes as the server's own page would, and moves to the first; with none it takes the old ones away. Where not everything
 * that was filled in stays, `stays` says so.
 */
export function showMistakes(form, mistakes, stays) {
  document.querySelector('main .error-summary')?.remove();
  for (const old of form.querySelectorAll('.wrong')) clear(old);
  mistakes.forEach(mistake => mark(form, mistake));
  if (mistakes.length === 0) return;
  const summary = document.getElementById('mistakes').content.cloneNode(true).firstElementChild;
  const list = summary.querySelector('ul');
  for (const { field, text } of mistakes) list.append(entry(field, text));
  if (stays) summary.querySelector('[data-stays]').textContent = stays;
  document.querySelector('main h1').after(summary);
  summary.focus();
}

function entry(field, text) {
  const [item, link] = [document.createElement('li'), document.createElement('a')];
  link.textContent = text;
  link.href = `#${field}`;
  item.append(link);
  return item;
}

const blockOf = (form, field) => form.querySelector(`fieldset#${field}`) ?? form.querySelector(`#${field}`)?.closest('.field');

function mark(form, { field, text }) {
  const block = blockOf(form, field);
  if (!block || block.querySelector('.err')) return;
  const error = document.createElement('span');
  error.className = 'err';
  error.id = `${field}-error`;
  error.textContent = text;
  block.classList.add('wrong');
  const control = form.querySelector(`#${field}`);
  const folded = block.closest('details');
  if (folded) folded.open = true;
  const title = block.querySelector('legend, label');
  if (title) title.after(error);
  else block.prepend(error);
  const hints = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  control.setAttribute('aria-describedby', [...new Set([...hints, error.id])].join(' '));
  if (control !== block) control.setAttribute('aria-invalid', 'true');
}

function clear(block) {
  block.classList.remove('wrong');
  for (const error of block.querySelectorAll('.err')) {
    for (const control of [block, ...block.querySelectorAll('[aria-describedby]')]) {
      const left = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id && id !== error.id);
      if (left.length > 0) control.setAttribute('aria-describedby', left.join(' '));
      else control.removeAttribute('aria-describedby');
    }
    error.remove();
  }
  block.querySelectorAll('[aria-invalid]').forEach(control => control.removeAttribute('aria-invalid'));
}
