// Parts of pages, of which only the one that was asked for last is ever shown.
import { getPart } from '../page/requests.js';

let asked;

/** The address with these values in its query, whatever it has there already. */
export function addressed(address, values) {
  const url = new URL(address, location.href);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url;
}

/** What an element of a part is known by in the next one. */
const nameOf = element => element.closest('[data-name]')?.dataset.name;

/** Opens what was open, and gives back the focus: to the same element as before, else to the handle that moves the part. */
function takeOver(next, opened, focused, handle) {
  for (const each of next.querySelectorAll('details')) each.open = opened.includes(nameOf(each));
  if (!focused) return;
  const same = [...next.querySelectorAll(focused.localName)].find(each => nameOf(each) === nameOf(focused));
  (same ?? handle).focus({ preventScroll: true });
}

/** Puts the server's part in the place of the present one; nothing where a newer one was asked for or the server is away. */
export async function replace(part, address, { handle, away }) {
  asked?.abort();
  const own = (asked = new AbortController());
  try {
    const next = await getPart(address, part.id, own.signal);
    if (!next) return void location.reload();
    if (own !== asked) return undefined;
    const opened = [...part.querySelectorAll('details[open]')].map(nameOf);
    const focused = part.contains(document.activeElement) ? document.activeElement : undefined;
    part.replaceWith(next);
    takeOver(next, opened, focused, handle);
    return next;
  } catch (failure) {
    if (failure.name !== 'AbortError') away();
    return undefined;
  }
}

/** Lets every link that goes on from the present moment go on from this one. */
export function lead(at) {
  for (const link of document.querySelectorAll('a[data-with], [data-with] a'))
    link.href = addressed(link.href, { [link.closest('[data-with]').dataset.with]: at });
}

/** Writes an index into a field, unless somebody is about to write there, or to send what they wrote. */
export function fill(field, index) {
  if (document.activeElement?.form !== field.form) field.value = index;
}

/** Keeps the address, and the link to the other language, at the moment that is shown. */
export function remember(address) {
  history.replaceState(null, '', address);
  const other = document.querySelector('a.language');
  if (!other) return;
  const language = new URL(other.href).searchParams.get('lang');
  const url = new URL(address);
  if (language) url.searchParams.set('lang', language);
  else url.searchParams.delete('lang');
  other.href = url.pathname + url.search;
}

export const moments = text => (text ? text.split(',') : []);
