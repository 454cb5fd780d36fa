// A report from its form to its receipt: what is typed is sealed in this browser and leaves it as ciphertext only.
import { greeting, hex, receiptDigits, receiptWords, unhex } from '../crypto/index.js';
import { channelLists } from '../channel/channel.js';
import { deviceClock, deviceTime, hourEnds, weekday } from '../channel/device.js';
import { marksOf, sizeOf } from '../channel/files.js';
import { record } from '../page/answers.js';
import { forgetFiles } from '../page/files.js';
import { progressOf } from '../page/progress.js';
import { getJson } from '../page/requests.js';
import { hideLanguages } from '../page/leaving.js';
import { Told, say, sentence, told } from '../page/texts.js';
import { isNoted, startCheck } from './check.js';
import { filledIn, holdsAnything } from './filled.js';
import { mistakesOf, showMistakes } from './mistakes.js';
import { forget, seal, send } from './submission.js';

/** The sealed report of a form that has not arrived yet: sending again sends the same bytes, so that it arrives once. */
let waiting;

/** The words in which its receipt is written. */
let words;

/** Forgets every word and key of the page. */
export function forgetReport() {
  forget(waiting?.sealed);
  waiting = undefined;
}

/** Whether the page holds what stands nowhere else: something typed or chosen, or a receipt. */
export function holdsReport() {
  const form = document.getElementById('lapor');
  if (!form) return document.getElementById('receipt-digits') !== null && !isNoted();
  return holdsAnything(form) || waiting?.shown === true;
}

/** Sends what the form holds, its receipt in words of this list. */
export async function sendReport(form, written) {
  const report = filledIn(form);
  const mistakes = mistakesOf(form, report);
  showMistakes(form, mistakes);
  if (mistakes.length > 0) return;
  words = written;
  try {
    const { sealed, list } = await sealedOnce(form, report);
    showReceipt(sealed, await send(sealed, list, progressOf(form, 'sending', sizeOf(sealed.files))));
    forgetReport();
  } catch (failure) {
    fail(form, failure);
  }
}

const isOpen = record({ receives: receives => receives === true });

/**
 * Seals once for what is typed now. Typing something else, or another list of recipients, makes another report of it, with an id of its
 * own: whether the one before arrived is not known, and a report must not be lost behind one whose receipt nobody has seen.
 */
async function sealedOnce(form, report) {
  await getJson('/lapor/terima', isOpen);
  const [list] = await channelLists(unhex(form.dataset.root));
  if (hex(list.digest) !== form.dataset.list) throw new Told('listChanged');
  const mark = JSON.stringify([{ ...report, files: marksOf(report.files) }, form.dataset.list]);
  if (waiting?.mark !== mark) {
    forgetReport();
    const sealed = await seal(report, list, progressOf(form, 'sealing', sizeOf(report.files)));
    waiting = { mark, sealed };
  }
  return { sealed: waiting.sealed, list };
}

const FIELDS = {
  noReaderLeft: 'exclude',
  fileUnreadable: 'attachment',
  'report/no-reader-left': 'exclude',
  'report/unknown-reader': 'exclude',
  'report/category-missing': 'category',
  'upload/attachment-too-large': 'attachment',
  'report/attachment-missing': 'attachment',
  'upload/no-room': 'attachment',
  'upload/attachments-today': 'attachment',
};

/** No file can be sent now, so that what was chosen would only be refused again. */
const WITHOUT_FILES = ['upload/no-room', 'upload/attachments-today'];

/** Everything typed stays; what went wrong stands above the form and beside the field that it is about. */
function fail(form, failure) {
  if (failure.unanswered) showUncertain();
  const field = FIELDS[failure.code ?? failure.sentence] ?? 'send';
  const without = WITHOUT_FILES.includes(failure.code);
  if (without) forgetFiles(form);
  const text = failure.unanswered ? sentence(uncertain() > 1 ? 'maybeReceivedMore' : 'maybeReceived') : told(failure);
  showMistakes(form, [{ field, text }], without ? sentence('attachmentsRemoved') : undefined);
}

const uncertain = () => document.querySelectorAll('[data-maybe]').length;

/** The receipt of a report that may stand without our knowing; it stays on the page, whatever is edited, until a report is acknowledged. */
function showUncertain() {
  if (waiting.shown) return;
  waiting.shown = true;
  const page = document.getElementById('maybe').content.cloneNode(true);
  const title = sentence('maybeTitle', { time: deviceTime() });
  page.querySelector('[data-maybe]').ariaLabel = title;
  Object.entries({ ...writtenOf(waiting.sealed), title }).forEach(([name, text]) => (page.querySelector(`[data-fill="${name}"]`).textContent = text));
  document.querySelector('main h1').after(page);
}

const writtenOf = ({ mk }) => ({ digits: receiptDigits(mk), words: receiptWords(mk, words), greeting: greeting(mk).join(', ') });

function showReceipt(sealed, { promise, holds, far, hourDue, acknowledged, answered }) {
  const page = document.getElementById('receipt').content.cloneNode(true);
  const { digits, ...written } = writtenOf(sealed);
  const texts = { ...written, promise, host: location.host, acknowledged: weekday(acknowledged), answered: weekday(answered) };
  for (const [name, text] of Object.entries(texts)) {
    const output = page.querySelector(`[data-fill="${name}"]`);
    Object.assign(output, { id: `receipt-${name}`, textContent: text });
  }
  fillCode(page, digits.split(' '));
  page.querySelector('[data-promise-broken]').hidden = holds || far === true;
  const due = hourDue === undefined ? undefined : hourEnds(hourDue);
  say(page.querySelector('[data-promise-due]'), holds ? sentence('promiseDue', { due }) : undefined);
  say(page.querySelector('[data-promise-far]'), far ? sentence('promiseFar', { due, clock: deviceClock() }) : undefined);
  document.title = document.title.replace(/^[^·]*/, `${sentence('receiptTitle')} `);
  const main = document.querySelector('main');
  main.replaceChildren(page, document.getElementById('texts'));
  hideLanguages();
  scrollTo(0, 0);
  const heading = main.querySelector('h1');
  heading.tabIndex = -1;
  heading.focus();
}

function fillCode(page, groups) {
  const code = page.querySelector('[data-fill=digits]');
  code.id = 'receipt-digits';
  code.querySelectorAll('li').forEach((place, i) => (place.textContent = groups[i]));
  startCheck(page.querySelector('[data-check]'), groups);
  page.querySelector('[data-print]').addEventListener('click', () => print());
}
