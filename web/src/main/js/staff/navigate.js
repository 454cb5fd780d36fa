// Moving between staff pages inside one document, so that the keys in memory need not be unlocked again.
import { getPage } from '../page/requests.js';
import { sentence } from '../page/texts.js';
import { openSections, reopen } from './casepage.js';
import { holdsDraft } from './drafts.js';
import { sayFailure } from './signedout.js';

const STAFF = /^\/kerja(?:\/|$)/;

let leaving = () => {};
let arrived = () => {};
let shown;

/** Whether an address stays among the pages of people who have keys; an auditor has none to keep. */
export const staysInside = url => url.origin === location.origin && STAFF.test(url.pathname);

/** Takes over back and forward; `leave` runs before the document is left, `arrive` after each new page. */
export function navigation({ leave, arrive }) {
  [leaving, arrived] = [leave, arrive];
  shown = placeOf(location);
  addEventListener('popstate', () => placeOf(location) !== shown && visit(location.href, {}, 'none'));
}

const placeOf = ({ pathname, search }) => pathname + search;

/** Shows the server's page for this request in place of the present one; a failure stands on the present page. */
export async function visit(address, request = {}, history = 'push') {
  if (holdsDraft() && !confirm(sentence('leaveTyped'))) return stay(history);
  document.body.ariaBusy = 'true';
  try {
    await show(await getPage(address, request), address, history);
  } catch (failure) {
    alert(failure);
  } finally {
    document.body.ariaBusy = 'false';
  }
}

/** Back and forward have left already, so the address comes back. */
function stay(history) {
  if (history === 'none') window.history.pushState(null, '', shown);
}

async function show(answer, address, history) {
  if (!staysInside(answer.url)) {
    leaving();
    location.assign(answer.url);
    return;
  }
  replace(answer.page);
  const url = placeOf(withoutOutcome(answer.url)) + new URL(address, location.href).hash;
  if (history === 'push') window.history.pushState(null, '', url);
  if (history === 'replace') window.history.replaceState(null, '', url);
  shown = placeOf(location);
  arrived();
  focus();
}

/** What an act came to is told once, not at every reload. */
function withoutOutcome(url) {
  ['done', 'refused'].forEach(name => url.searchParams.delete(name));
  return url;
}

function replace(page) {
  const open = openSections();
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.body.replaceChildren(...page.body.childNodes);
  reopen(open);
}

/** The heading is read out, as after a real load; an anchor is followed. */
function focus() {
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : undefined;
  const heading = target ?? document.querySelector('main h1') ?? document.querySelector('main');
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  if (target) target.scrollIntoView();
  else window.scrollTo(0, 0);
}

function alert(failure) {
  const main = document.querySelector('main');
  main.querySelector('[data-navigation-error]')?.remove();
  const line = document.createElement('p');
  line.className = 'err';
  line.setAttribute('role', 'alert');
  line.dataset.navigationError = '';
  sayFailure(line, failure);
  main.prepend(line);
}

/** The address that a plain click on this link goes to, where it stays inside; nothing for all other clicks. */
export function followed(event) {
  const link = event.target.closest?.('a[href]');
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !plain || link.target || link.hasAttribute('download')) return undefined;
  const url = new URL(link.href, location.href);
  const samePage = url.hash && placeOf(url) === placeOf(location);
  return staysInside(url) && !samePage ? url.href : undefined;
}

/** Where a form goes, whatever its fields are called. */
export const actionOf = (form, submitter) =>
  new URL(submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '', location.href);

/** Sends a plain form of a staff page the way the browser would, but inside the document. */
export function submitInside(form, submitter) {
  const data = new FormData(form, submitter);
  const url = actionOf(form, submitter);
  if (form.getAttribute('method')?.toLowerCase() === 'post') {
    const body = form.getAttribute('enctype') === 'multipart/form-data' ? data : new URLSearchParams(data);
    return visit(url.href, { method: 'POST', body });
  }
  url.search = new URLSearchParams(data);
  return visit(url.href);
}
