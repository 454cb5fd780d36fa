// The sealed items of a case page: opened on request, shown as text, gone with the keys.
import { Kind, hex, keyId, same, unhex } from '../crypto/index.js';
import { misplaced } from './conversation.js';
import { openFile } from './files.js';
import { harmless, save } from '../page/save.js';
import { hasOtherWriter, openText, readable } from './item.js';
import { fits, hang, keep, keepOnly, openedBefore, photoOf, rehang, takeDown } from './photo.js';
import { getOctets } from '../page/requests.js';
import { held, withKeys } from './session.js';
import { sayFailure } from './signedout.js';
import { Told, sentence } from '../page/texts.js';

/** Lines of opened, verified reports: attachment item -> name, size and hash. */
const listed = new Map();
/** What each report said that was opened first in its case: who signed it, for which list and group it is sealed, and the key of its answers. */
const reports = new Map();

const all = () => [...document.querySelectorAll('section[data-item]')];
const contentOf = section => section.querySelector('[data-content]');
const titleOf = section => section.querySelector('h3 > span');

/** What the page says about the item of this section. */
function expectedOf(section) {
  const near = name => (section.closest(`[${name}]`) ?? document.querySelector(`[${name}]`))?.getAttribute(name);
  const { item, src, digest, kind, writer } = section.dataset;
  const report = near('data-report');
  return { item, src, digest, kind: Kind[kind], writer, report, reporterKey: near('data-reporter-pk'), opened: reports.get(report) };
}

/** Looks at a file as a photo. */
export const lookAt = section => openSection(section, showPhoto);

/** Opens the item of this section, or saves it where it is a file; whatever goes wrong stands in the section. */
export async function openSection(section, work = section.dataset.kind === 'ATTACHMENT' ? saveFile : openReading) {
  if (section.ariaBusy === 'true') return;
  section.ariaBusy = 'true';
  show(section, 'busy', [paragraph('quiet', sentence('opening'))]);
  try {
    const whose = held();
    const shown = await withKeys(keys => work(section, expectedOf(section), keys));
    if (whose === held()) shown();
  } catch (failure) {
    const first = failure.sentence === 'reportFirst' && closedTextOf(section);
    if (first) return show(section, 'reportFirst', [leadTo(first)]);
    const line = paragraph('err', '', 'alert');
    sayFailure(line, failure);
    show(section, failure.sentence ?? 'failed', [line]);
    if (failure.sentence === 'closed') document.querySelector('#buka input')?.focus();
  } finally {
    section.ariaBusy = 'false';
  }
}

/** The text before a file, which may name it, while it is closed. */
function closedTextOf(file) {
  const before = all().slice(0, all().indexOf(file));
  const text = before.findLast(({ dataset }) => !['ATTACHMENT', 'IDENTITY'].includes(dataset.kind));
  return text?.querySelector('[data-open]:not([hidden])') && text;
}

/** No mistake, but an order: the way to what is opened first. */
function leadTo(text) {
  const line = paragraph('quiet', `${sentence('reportFirst')} `, 'status');
  const link = document.createElement('a');
  link.href = `#judul-${text.dataset.item}`;
  link.textContent = titleOf(text).textContent;
  line.append(link);
  return line;
}

async function openReading(section, expected, keys) {
  if (expected.kind !== Kind.REPORT_BODY && !expected.opened) throw new Told('writerFirst');
  const delivery = await getOctets(expected.src);
  const opened = await openText(delivery, expected, keys);
  const { text, files, replyKey } = readable(opened);
  return () => {
    if (expected.kind === Kind.REPORT_BODY) keepReport(expected.report, opened, replyKey);
    const other = hasOtherWriter(opened, expected) && 'otherWriter';
    const flags = [other, misplaced(section, all(), opened)].filter(Boolean);
    const alerts = flags.map(flag => paragraph('box late', sentence(flag, { name: section.dataset.from }), 'alert'));
    const words = text === undefined ? paragraph('quiet', sentence('filesOf')) : paragraph('sealed-text', text);
    show(section, flags[0] ?? 'open', [...alerts, words, ...missing(files)]);
    if (text === undefined) nameList(section);
    files.forEach(file => listed.set(file.item, file));
    nameFiles(section, files);
  };
}

/** The report that was opened first speaks for its case, and who was told to open it first may go on; one that somebody else signed changes nothing. */
function keepReport(report, { header, sender }, replyKey) {
  const kept = reports.get(report) ?? { signer: sender.key, list: hex(header.manifestDigest), group: header.group, replyKey };
  if (!same(kept.signer, sender.key)) throw new Told('forged');
  reports.set(report, kept);
  all().filter(({ dataset }) => dataset.state === 'writerFirst').forEach(close);
}

/** Attachments that the signed report lists and the page does not show. */
function missing(files) {
  const shown = all().map(section => section.dataset.item);
  return files
    .filter(({ item }) => !shown.includes(item))
    .map(({ name }) => paragraph('box late', sentence('fileMissing', { name: harmless(name) }), 'alert'));
}

/** Writes name and size into the section of each file that follows the text, and warns of one that the text does not list. */
function nameFiles(list, files) {
  for (const section of filesBehind(list)) {
    const file = files.find(({ item }) => item === section.dataset.item);
    const text = file ? nameOf(file) : sentence('fileForeign');
    show(section, file ? 'listed' : 'foreign', [paragraph(file ? 'file' : 'box late', text)], true);
  }
}

/** An answer that is only a list of files is called so, until it is closed. */
function nameList(section) {
  const title = titleOf(section);
  title.dataset.closed ??= title.textContent;
  title.textContent = sentence('filesList');
}

function filesBehind(text) {
  const later = all().slice(all().indexOf(text) + 1);
  const end = later.findIndex(({ dataset }) => dataset.kind !== 'ATTACHMENT');
  return end < 0 ? later : later.slice(0, end);
}

const nameOf = ({ name, size }) => sentence('file', { name: harmless(name), size: sizeOf(size) });

const sizeOf = bytes =>
  new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: bytes < 1e6 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / (bytes < 1e6 ? 1e3 : 1e6));

async function saveFile(section, expected, keys) {
  const file = lineOf(expected);
  const blob = await openedOnce(expected, file, keys);
  return () => {
    keep(section, blob, expected, file);
    save(blob, file.name);
    show(section, 'saved', [paragraph('file', sentence('saved', { name: harmless(file.name) }))], true);
  };
}

/** Shows the file where it is a photo; where it is none, or too large to be one, says so beside its name. */
async function showPhoto(section, expected, keys) {
  const file = lineOf(expected);
  const blob = fits(file) ? await openedOnce(expected, file, keys) : undefined;
  const { canvas, refusal } = blob ? await photoOf(blob) : { refusal: 'photoLarge' };
  return () => {
    if (blob) keep(section, blob, expected, file);
    const line = paragraph('file', nameOf(file));
    show(section, refusal ?? 'shown', refusal ? [line, paragraph('box soon', sentence(refusal), 'alert')] : [line], true);
    if (canvas) hang(section, canvas, 1 + all().filter(({ dataset }) => dataset.kind === 'ATTACHMENT').indexOf(section));
  };
}

/** The line of a file in the signed report. */
function lineOf({ item }) {
  if (!listed.has(item)) throw new Told('reportFirst');
  return listed.get(item);
}

/** Whoever looks at a file and then saves it, or saves it twice, asks the server once, and one opening is recorded. */
const openedOnce = async (expected, file, keys) => openedBefore(expected, file) ?? openFile(expected, file, keys);

/** Text nodes only: nothing that a reporter wrote is ever read as HTML. */
function paragraph(style, text, role) {
  const element = document.createElement('p');
  element.className = style;
  element.textContent = text;
  if (role) element.setAttribute('role', role);
  return element;
}

function show(section, state, elements, again = false) {
  section.dataset.state = state;
  contentOf(section).replaceChildren(...elements);
  const button = section.querySelector('[data-open]');
  if (!button) return;
  const leaving = document.activeElement === button;
  button.hidden = ['open', 'otherWriter', 'dropped', 'reordered'].includes(state) && !again;
  if (leaving && button.hidden) arriveAt(contentOf(section));
}

/** Whoever works by keyboard goes on where they were, though the button is gone. */
function arriveAt(content) {
  content.tabIndex = -1;
  content.focus({ preventScroll: true });
}

/**
 * An answer goes to the very list and group that the report was sealed for, and to no other key than the one inside the report's seal:
 * so the report must have been opened on this screen first.
 */
export function keepCircle({ report, manifestDigest, group, reporterXwingPk }) {
  const chosen = reports.get(report);
  if (!chosen) throw new Told('openFirst');
  const otherCircle = chosen.list !== manifestDigest || chosen.group !== Number(group);
  const otherKey = chosen.replyKey !== undefined && chosen.replyKey !== hex(keyId(unhex(reporterXwingPk)));
  if (otherCircle || otherKey) throw new Told('recipients');
}

/** Opens every text that is closed, in reading order, each recorded like any opening. */
export async function openAll() {
  for (const section of all().filter(({ dataset }) => dataset.kind !== 'ATTACHMENT')) {
    if (section.querySelector('[data-open]:not([hidden])')) await openSection(section);
  }
}

/** What is open on this page, to be open on the next page of the same case: it was delivered once and is in memory. */
export const openSections = () =>
  new Map(all().filter(({ dataset }) => dataset.state).map(section => [section.dataset.digest, section]));

/** Opens on this page what was open before. */
export function reopen(before) {
  for (const section of all()) {
    const old = before.get(section.dataset.digest);
    if (!old || old.dataset.item !== section.dataset.item) continue;
    section.dataset.state = old.dataset.state;
    contentOf(section).replaceChildren(...contentOf(old).childNodes);
    const [button, was] = [section, old].map(one => one.querySelector('[data-open]'));
    if (button && was) button.hidden = was.hidden;
    if (titleOf(old)?.dataset.closed) nameList(section);
    rehang(section);
  }
  keepOnly(all());
}

/** Takes every opened word off the page and out of memory. */
export function forget() {
  listed.clear();
  reports.clear();
  all().forEach(close);
  keepOnly([]);
}

/** The section as it was before it was opened. */
function close(section) {
  takeDown(section);
  delete section.dataset.state;
  contentOf(section)?.replaceChildren();
  const button = section.querySelector('[data-open]');
  if (button) button.hidden = false;
  const title = titleOf(section);
  if (title?.dataset.closed) title.textContent = title.dataset.closed;
}
