// The chosen files as a list: on a phone photos are chosen one by one, and the second must not throw the first away.
import { lengthOf, fieldLine } from './fields.js';
import { sentence } from './texts.js';

const MOST = 4;
const MIB = 1024 * 1024;
const LONGEST_NAME = 255;

const UNITS = ['byte', 'kilobyte', 'megabyte'];

/** Makes a list of the field's files, each of which can be taken out again; the field itself holds them all. */
export function listFiles(form) {
  const field = form.elements.attachment;
  const pick = field.closest('[data-pick]');
  if (!pick) return;
  pick.className = 'add';
  pick.querySelector('span').hidden = false;
  let chosen = [];
  field.addEventListener('change', () => {
    chosen = [...chosen, ...[...field.files].filter(file => !chosen.some(one => isSame(one, file)))];
    keep();
  });
  field.addEventListener('forget', () => {
    chosen = [];
    keep();
  });

  function keep() {
    const all = new DataTransfer();
    chosen.forEach(file => all.items.add(file));
    field.files = all.files;
    const list = form.querySelector('[data-files]');
    list.replaceChildren(...chosen.map(lineOf));
    list.hidden = chosen.length === 0;
  }

  function lineOf(file) {
    const [line, name, about, out, which] = ['li', 'span', 'small', 'button', 'span'].map(tag => document.createElement(tag));
    const kind = file.type.startsWith('image/') ? ` · ${sentence('filePhoto')}` : '';
    about.textContent = `${sizeOf(file)}${kind}`;
    name.append(fieldLine(file.name), about);
    Object.assign(which, { className: 'vh', textContent: ` ${fieldLine(file.name)}` });
    Object.assign(out, { type: 'button', className: 'btn alt slim', textContent: sentence('fileRemove') });
    out.append(which);
    out.addEventListener('click', () => {
      chosen = chosen.filter(one => one !== file);
      keep();
      field.focus();
    });
    line.append(name, out);
    return line;
  }
}

/** The files that are chosen; an empty field gives none. */
export const chosenFiles = form => [...form.elements.attachment.files].filter(file => file.size > 0 || file.name !== '');

/** What is wrong with the chosen files, as a sentence; nothing where they may be sealed. */
export function mistakeOf(form, files = chosenFiles(form)) {
  if (files.length > MOST) return sentence('tooManyAttachments');
  const empty = files.find(({ size }) => size === 0);
  if (empty) return sentence('attachmentEmpty', { name: fieldLine(empty.name) });
  const largest = Number(form.elements.attachment.dataset.largest) * MIB;
  if (files.some(({ size }) => size > largest)) return sentence('attachmentTooLarge');
  return files.some(({ name }) => lengthOf(fieldLine(name)) > LONGEST_NAME) ? sentence('attachmentNameTooLong') : undefined;
}

/** Chooses in this form what was chosen in one that it replaces. */
export function keepFiles(before, form) {
  form.elements.attachment.files = before.elements.attachment.files;
  form.elements.attachment.dispatchEvent(new Event('change'));
}

/** Takes every file out. */
export function forgetFiles(form) {
  form.elements.attachment.value = '';
  form.elements.attachment.dispatchEvent(new Event('forget'));
}

const isSame = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

function sizeOf({ size }) {
  const step = size < 1000 ? 0 : size < 1_000_000 ? 1 : 2;
  const format = { style: 'unit', unit: UNITS[step], maximumFractionDigits: size < 10_000_000 ? 1 : 0 };
  return new Intl.NumberFormat(document.documentElement.lang, format).format(size / 1000 ** step);
}
