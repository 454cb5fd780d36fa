// How long a text may be, said while it is typed: in the same characters in which both sides count, and by how much it is too long.
import { say, sentence } from './texts.js';
import { lengthOf, fieldText } from './fields.js';

const number = count => count.toLocaleString(document.documentElement.lang);

/** What is said of a text of this length; nothing where it is not too long. */
export const tooLong = (length, most) =>
  length > most ? sentence('tooLong', { over: number(length - most), most: number(most) }) : undefined;

/** Says how much of its room the field has taken, beside it. */
export function count(field) {
  const place = field.closest?.('.field')?.querySelector('[data-count]');
  if (!place) return;
  const [length, most] = [lengthOf(fieldText(field.value)), Number(place.dataset.count)];
  place.classList.toggle('over', length > most);
  say(place, tooLong(length, most) ?? (length > 0 ? sentence('counted', { count: number(length), most: number(most) }) : ''));
}

/** Counts every field that says how much it takes, on this page and on those that replace it. */
export const countWhileTyping = () => document.addEventListener('input', ({ target }) => count(target));
