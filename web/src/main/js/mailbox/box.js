// A mailbox in the browser: the receipt stays here, the server is given its look-up key and answers with pages of one size.
import { concat, greeting, parseReceipt, receiptKeys, strangeWord, u16, unhex } from '../crypto/index.js';
import { channelLists, listOf } from '../channel/channel.js';
import { marksOf, sizeOf } from '../channel/files.js';
import { list, record, shaped } from '../page/answers.js';
import { postOctets } from '../page/requests.js';
import { whileBusy } from '../page/busy.js';
import { chosenFiles, forgetFiles, mistakeOf } from '../page/files.js';
import { tooLong } from '../page/limits.js';
import { endProgress, progressOf } from '../page/progress.js';
import { Told, say, sentence, told } from '../page/texts.js';
import { lengthOf, fieldText } from '../page/fields.js';
import { ownReport, provenPlace } from './own.js';
import { sealReply, sendReply } from './reply.js';
import { contentsOf, isBusy, misplaced } from './slots.js';
import { showBox } from './view.js';

const POLL = 60_000;
const PER_PAGE = 4;
const PAGE_SIZE = 32_768;
const PROOF_SIZE = 16_384;
const DIGITS = 40;

let box;
let timer;

/** Wipes the keys of the receipt and forgets every word. */
export function forgetMailbox() {
  clearInterval(timer);
  if (box) [box.keys.lookup, box.keys.xwing, box.keys.sign].forEach(key => key.fill(0));
  box = undefined;
}

const answerForm = () => document.getElementById('reply')?.form;

/** Whether an answer is typed or chosen that was not sent. */
export function typesAnswer() {
  const form = answerForm();
  return Boolean(form) && (fieldText(form.elements.reply.value) !== '' || chosenFiles(form).length > 0);
}

/** Opens the mailbox of the receipt that was typed, in digits or in words of one of the lists. */
export async function enter(form, lists) {
  const typed = form.elements.receipt.value;
  const { mk, fits } = parseReceipt(typed, lists);
  if (!fits) return refuse(form, mistakeIn(typed, lists));
  await open(form, mk);
}

async function open(form, mk) {
  try {
    forgetMailbox();
    box = { keys: receiptKeys(mk), greeting: greeting(mk), root: form.dataset.root, pages: 1 };
    mk.fill(0);
    await load();
    timer = setInterval(() => load(true).catch(() => {}), POLL);
  } catch (failure) {
    forgetMailbox();
    refuse(form, told(failure));
  }
}

/** How many digits were typed, or which word is none, as far as that explains it. */
function mistakeIn(typed, lists) {
  const count = typed.replace(/[^0-9]/g, '').length;
  const strange = strangeWord(typed, lists);
  if (strange) return sentence('receiptWord', { word: strange });
  if (!/[a-z]/i.test(typed) && count !== DIGITS) return sentence('receiptCount', { count });
  return sentence('receiptUnreadable');
}

function refuse(form, text) {
  const error = form.querySelector('[data-error]');
  say(error, text);
  form.elements.receipt.focus();
}

/**
 * Asks for everything that an answer of one size can hold; both questions go out whatever the first one says. A `quiet` look changes the
 * page only where there is news; a state whose report the server does not name is asked for `again`, since the log may have covered it in between.
 */
async function load(quiet = false, again = false) {
  const { keys } = box;
  const lists = await channelLists(box.root ? unhex(box.root) : undefined, quiet);
  const [proof, ...pages] = await Promise.all([
    postOctets('/kotak/bukti', question(0), PROOF_SIZE, 'application/json'),
    ...Array.from({ length: box.pages }, (_, i) => postOctets('/kotak/halaman', question(i), PAGE_SIZE)),
  ]);
  const said = shaped(proof, isProof);
  if (pages.some(isBusy) || said.busy) throw new Told('busy');
  const report = ownReport(said, keys);
  const contents = (await Promise.all(pages.map(page => contentsOf(page, keys, lists, report)))).flat();
  if (box?.keys !== keys) return;
  const named = said.headers?.length > 0;
  const foreign = !report && (named || contents.some(({ notice }) => notice));
  if (foreign && !named && !again) return load(quiet, true);
  Object.assign(box, { lists, report, foreign, proof: said.proof, ...sorted(contents, report) });
  const news = JSON.stringify([foreign, box.notice, box.messages.map(({ digest, flag }) => [digest, flag])]);
  if (!quiet || news !== box.shown) show();
  box.shown = news;
}

const question = page => concat(box.keys.lookup, u16(page));

const isString = value => typeof value === 'string';
const submitted = record({ proof: isString, headers: list(isString), signature: isString });
const isProof = said => said?.busy === true || submitted(said);

/** The notice apart, the messages with what is wrong about each; items of another case are nobody's messages here. */
function sorted(contents, report) {
  const here = item => report && item.header.context.aggregate.every((byte, i) => byte === report.context.aggregate[i]);
  const notice = contents.find(item => item.notice && here(item))?.notice;
  const messages = contents.filter(item => !item.notice && (here(item) || item.flag));
  const readable = messages.filter(({ inner }) => inner);
  const complete = !notice || readable.length >= notice.messages;
  readable.forEach((message, i) => (message.flag ??= misplaced(readable, i, complete)));
  return { notice, messages };
}

function show() {
  showBox(box, { again: () => act(load), older: () => act(older), reply: replyOnce, prove });
}

/** Runs what a button asked for; what goes wrong stands on the page, everything typed stays, and what was done before is old news. */
async function act(work, refused = text => say(document.querySelector('main [data-error]'), text)) {
  box.done = undefined;
  try {
    await work();
  } catch (failure) {
    refused(told(failure));
  }
}

/** An answer that did not leave is told beside its field, where its writer is. */
function refuseReply(text, name = 'reply') {
  for (const field of document.querySelectorAll('#reply, #attachment')) {
    const wrong = Boolean(text) && field.id === name;
    say(document.getElementById(`${field.id}-error`), wrong ? text : undefined);
    field.closest('.field').classList.toggle('wrong', wrong);
    field.setAttribute('aria-invalid', String(wrong));
    if (wrong) field.focus();
  }
}

async function older() {
  if (box.notice && box.pages * PER_PAGE - 1 < box.notice.messages) box.pages++;
  await load();
}

const OUTCOMES = {
  replied: 'done',
  already: 'alreadyDone',
  'mailbox/behind': 'behind',
  'mailbox/reply-refused': 'replyRefused',
  'mailbox/nothing-here': 'replyRefused',
  'mailbox/busy': 'busy',
  'mailbox/attachment-missing': 'attachmentMissing',
  'report/not-now-late': 'notNowLate',
  'report/not-now-paused': 'notNowPaused',
  'report/not-now-stopped': 'notNowStopped',
};

/** After these nothing was stored, and the same sealed bytes may be sent again later. */
const TO_BE_SENT_AGAIN = ['busy', 'behind', 'attachmentMissing', 'notNowLate', 'notNowPaused', 'notNowStopped'];

/** A second press while an answer is under way would be a second answer. */
async function replyOnce(form) {
  const mine = box;
  if (mine.replying) return;
  const answer = { text: fieldText(form.elements.reply.value), files: chosenFiles(form) };
  refuseReply();
  const wrong = mistakeOf(form);
  if (wrong) return refuseReply(wrong, 'attachment');
  mine.replying = true;
  await whileBusy(form.querySelector('button[type=submit]'), () => act(() => reply(answer), refuseReply));
  mine.replying = false;
  if (answerForm()) endProgress(answerForm());
}

const LONGEST_REPLY = 5000;

async function reply(answer) {
  if (answer.text === '' && answer.files.length === 0) throw new Told('replyMissing');
  const detail = tooLong(lengthOf(answer.text), LONGEST_REPLY);
  if (detail) throw new Told('tooLong', { detail });
  const outcome = await arrived(answer);
  if (TO_BE_SENT_AGAIN.includes(outcome)) throw new Told(outcome);
  box.waiting = undefined;
  if (outcome === 'replyRefused') throw new Told(outcome);
  const files = outcome === 'done' && answer.files.length;
  box.done = files ? sentence('doneFiles', { count: files }) : sentence(outcome);
  forget(answer);
  await load().catch(() => box && show());
}

/** What was sent is taken out of the form; what was typed or chosen meanwhile stays. */
function forget(answer) {
  const form = answerForm();
  if (form && markOf({ text: fieldText(form.elements.reply.value), files: chosenFiles(form) }) === markOf(answer)) {
    form.elements.reply.value = '';
    forgetFiles(form);
  }
}

const markOf = ({ text, files }) => JSON.stringify([text, marksOf(files)]);

/** An answer whose number another one took before it can never arrive, so it is sealed anew with the next. */
async function arrived(answer) {
  const outcome = await sent(answer);
  if (outcome !== 'behind') return outcome;
  await load(true);
  if (!box.notice || box.notice.nextSeq === box.waiting.seq) return outcome;
  box.waiting = undefined;
  return sent(answer);
}

/** The sealed answer is kept until the server has it: a second try sends the same bytes. */
async function sent(answer) {
  if (box.waiting?.mark !== markOf(answer)) {
    const seq = box.notice.nextSeq;
    const sealed = await sealReply(answer, box, box.keys, progress('sealing', sizeOf(answer.files)));
    box.waiting = { mark: markOf(answer), seq, sealed };
  }
  const { sealed } = box.waiting;
  const fits = record({ code: code => Object.hasOwn(OUTCOMES, code) });
  return OUTCOMES[await sendReply(sealed, fits, progress('sending', sizeOf(sealed.files)))];
}

/** Only files take so long that it is told how far they are; a page that was left meanwhile shows nothing. */
function progress(what, total) {
  const form = answerForm();
  return form && total > 0 ? progressOf(form, what, total) : () => {};
}

/** Where the report stands in the history, or why that is not shown. */
function prove() {
  if (!box.proof || !box.report) return { text: sentence('proofNotYet') };
  try {
    listOf(box.lists, box.report.list);
    const place = provenPlace(box.proof, box.report, box.lists[0].policy);
    const proven = sentence(place.witnessed ? 'proven' : 'provenUnwitnessed', { index: place.index, size: place.size });
    const text = place.restored ? `${proven} ${sentence('provenRestored', { origin: place.restored })}` : proven;
    return { text, file: new Blob([box.proof], { type: 'application/octet-stream' }) };
  } catch (failure) {
    console.error(failure);
    return { text: sentence('proofFalse'), wrong: true };
  }
}
