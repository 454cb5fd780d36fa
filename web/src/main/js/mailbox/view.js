// The open mailbox as a page, built from the templates that the server sent in the reader's language.
import { hex, isZero, text as decoded } from '../crypto/index.js';
import { hideLanguages } from '../page/leaving.js';
import { keepFiles, listFiles } from '../page/files.js';
import { save } from '../page/save.js';
import { count } from '../page/limits.js';
import { sentence } from '../page/texts.js';
import { weekdayOf as weekday, written as writtenAt } from '../channel/device.js';
import { textsOf } from './conversation.js';

const WITA = 'Asia/Makassar';

/** Shows the box in place of the page, keeping what is being typed; `actions` are what its buttons do. */
export function showBox(box, actions) {
  const before = document.getElementById('reply');
  const typing = before && document.activeElement === before ? [before.selectionStart, before.selectionEnd] : undefined;
  const typed = before?.value ?? '';
  const page = document.getElementById('box').content.cloneNode(true);
  const state = box.foreign ? 'foreign' : box.notice ? 'known' : 'unknown';
  page.querySelector('[data-greeting]').textContent = box.greeting.join(', ');
  page.querySelectorAll('[data-when]').forEach(part => (part.hidden = part.dataset.when !== state));
  if (box.done) reveal(page.querySelector('[data-outcome]'), box.done);
  if (state === 'known') fill(page, box, actions);
  page.querySelector('[data-again]').addEventListener('click', actions.again);
  const templates = document.querySelectorAll('main > template');
  document.querySelector('main').replaceChildren(page, ...templates);
  hideLanguages();
  const field = document.getElementById('reply');
  if (field) {
    field.value = typed;
    count(field);
    listFiles(field.form);
    if (before) keepFiles(before.form, field.form);
  }
  arrive(typing ? field : undefined, typing);
}

/** Whoever was typing goes on; everybody else begins at the heading. */
function arrive(field, place) {
  const goal = field ?? document.querySelector('main h1');
  goal.focus({ preventScroll: Boolean(field) });
  if (field) field.setSelectionRange(...place);
}

function reveal(element, text) {
  element.hidden = false;
  element.querySelector('p').textContent = text;
}

function fill(page, { notice, messages }, { older, reply, prove }) {
  page.querySelector('[data-stage]').textContent = phrase(`state.${notice.stage}`);
  page.querySelector('[data-clocks]').replaceChildren(...notice.clocks.map(clockLine));
  if (notice.objectUntil) {
    const until = page.querySelector('[data-object]');
    until.hidden = false;
    until.textContent = sentence('object', { day: dayOf(notice.objectUntil) });
  }
  const lines = talkOf(notice, messages);
  const begun = messages.length >= notice.messages ? [ownLine('yourReport')] : [];
  page.querySelector('[data-messages]').replaceChildren(...begun, ...lines);
  page.querySelector('[data-older]').hidden = messages.length >= notice.messages;
  page.querySelector('[data-older]').addEventListener('click', older);
  const looked = [...notice.looked.map(lookedLine), ...olderLine(notice.older)];
  if (looked.length > 0) page.querySelector('[data-looked]').replaceChildren(...looked);
  page.querySelector('[data-prove]').addEventListener('click', event => showProof(event.target, prove()));
  const form = page.querySelector('form');
  form.hidden = !notice.mayReply;
  form.addEventListener('submit', event => {
    event.preventDefault();
    reply(form);
  });
}

/**
 * The conversation as it went, day by day. The notice says in which hours each side wrote; texts that are not loaded yet, and what was said
 * before them, are left out.
 */
function talkOf({ talk = [], messages: count }, messages) {
  const hours = talk.map((hour, at) => ({ hour: Math.abs(hour), at, mine: hour < 0 }));
  const office = hours.filter(({ mine }) => !mine);
  const placeOf = message => office[office.length - 1 - messages.indexOf(message)];
  const texts = textsOf(messages)
    .reverse()
    .map(text => ({ ...placeOf(text[0]), node: articleOf(text, messages) }));
  const first = messages.length >= count ? -1 : (texts[0]?.at ?? Infinity);
  const own = hours.filter(({ mine, at, hour }) => mine && at > first && !continues(hours[at - 1], hour)).map(one => ({ ...one, node: ownLine('youAnswered') }));
  const all = [...texts, ...own].sort((one, other) => (one.at ?? -1) - (other.at ?? -1));
  return all.flatMap(({ hour, node }, i) => [...newDay(hour, all[i - 1]?.hour), timed(node, hour)]);
}

/** A long answer is several messages of one hour. */
const continues = (before, hour) => before?.mine && before.hour === hour;

const HOUR = 3_600_000;

function newDay(hour, before) {
  const [day, last] = [hour, before].map(one => (one === undefined ? undefined : weekday(new Date(one * HOUR))));
  if (day === undefined || day === last) return [];
  const line = element('li', '', 'day');
  line.append(element('time', day));
  return [line];
}

function timed(node, hour) {
  if (hour === undefined) return node;
  const about = written({ hour: '2-digit', hourCycle: 'h23' }, new Date(hour * HOUR)).replace(/[^0-9]/g, '');
  node.querySelector('header').append(element('time', sentence('about', { hour: about })));
  return node;
}

function ownLine(what) {
  const line = element('li', '', 'msg mine sealed poleng');
  const header = document.createElement('header');
  header.append(element('b', sentence(what)));
  line.append(header, element('p', sentence('ownSealed'), 'quiet'));
  return line;
}

const phrase = name => document.getElementById('phrases').content.querySelector(`[data-phrase="${CSS.escape(name)}"]`)?.textContent ?? name;

function element(name, text, style) {
  const made = document.createElement(name);
  made.textContent = text;
  if (style) made.className = style;
  return made;
}

const TONES = { OVERDUE: 'late-text', DUE_TODAY: 'soon-text', DONE: 'ok-text' };

function clockLine({ clock, length, day, status }) {
  const line = element('li', '');
  const left = Math.abs(Math.round((middayOf(day) - middayOf(today())) / (24 * HOUR)));
  const about = element('small', `${dayOf(day)} · ${phrase(`length.${length}`)}`);
  line.append(element('b', phrase(`clock.${clock}`)), ' ', element('span', phrase(`left.${status}`).replace('{left}', left), TONES[status] ?? ''), ' ', about);
  return line;
}

const middayOf = iso => new Date(`${iso}T12:00:00+08:00`).getTime();
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: WITA }).format(new Date());

/** The messages of one text under one heading, from its beginning to its end. */
function articleOf(messages, all) {
  const article = element('li', '', 'msg');
  const header = document.createElement('header');
  header.append(element('b', sentence('fromOffice')));
  article.append(header);
  for (const flag of new Set(messages.map(message => message.flag).filter(Boolean))) {
    article.append(element('p', sentence(flag), 'box late'));
  }
  const read = messages.filter(({ inner }) => inner);
  if (read.length > 0 && mayBeginBefore(read[0], all)) article.append(element('p', sentence('beginsBefore'), 'hint'));
  if (read.length > 0) article.append(element('p', read.map(({ inner }) => decoded(inner.body)).join(''), 'written'));
  return article;
}

/** Its writer wrote something before, which is not among those that are loaded. */
const mayBeginBefore = ({ inner, flag }, all) =>
  !flag && !isZero(inner.prev) && !all.some(({ digest }) => digest === hex(inner.prev));

function lookedLine({ post, grain, since, times }) {
  const line = element('li', '');
  const count = times > 1 ? sentence('times', { count: times }) : '';
  line.append(element('b', post), ' ', element('small', `${momentOf(grain, since)}${count}`));
  return line;
}

const olderLine = count => (count > 0 ? [element('li', sentence('lookedOlder', { count }))] : []);

const written = (options, moment) => writtenAt(moment, { timeZone: WITA, ...options });

const dayOf = iso => written({ day: 'numeric', month: 'long', year: 'numeric' }, new Date(`${iso}T00:00:00+08:00`));

function momentOf(grain, seconds) {
  const moment = new Date(seconds * 1000);
  if (grain === 'MONTH') return written({ month: 'long', year: 'numeric' }, moment);
  const day = written({ day: 'numeric', month: 'long', year: 'numeric' }, moment);
  if (grain === 'DAY') return day;
  return sentence('hour', { day, hour: written({ hour: '2-digit', hourCycle: 'h23' }, moment).replace(/[^0-9]/g, '') });
}

/** What the proof shows; keeping it is the reporter's choice, because the file itself tells that they reported. */
function showProof(button, { text, file, wrong }) {
  const place = button.closest('section').querySelector('[data-proof]');
  place.replaceChildren(element('p', text, wrong ? 'box late' : 'box'));
  if (!file) return;
  const keep = element('button', sentence('keepProof'), 'btn alt');
  keep.type = 'button';
  keep.addEventListener('click', () => save(file, 'receipt.tlog-proof'));
  place.append(keep);
}
