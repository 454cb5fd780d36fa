// The open mailbox as a page, built from the templates that the server sent in the reader's language.
import { hex, isZero, text as decoded } from '../crypto/index.js';
import { save } from '../page/save.js';
import { count } from '../page/limits.js';
import { sentence } from '../page/texts.js';
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
  if (box.done) reveal(page.querySelector('[data-outcome]'), sentence(box.done));
  if (state === 'known') fill(page, box, actions);
  page.querySelector('[data-again]').addEventListener('click', actions.again);
  const templates = document.querySelectorAll('main > template');
  document.querySelector('main').replaceChildren(page, ...templates);
  const field = document.getElementById('reply');
  if (field) {
    field.value = typed;
    count(field);
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
  page.querySelector('[data-clocks]').replaceChildren(...notice.clocks.flatMap(clockLines));
  if (notice.objectUntil) {
    const until = page.querySelector('[data-object]');
    until.hidden = false;
    until.textContent = sentence('object', { day: dayOf(notice.objectUntil) });
  }
  const articles = textsOf(messages).map(one => articleOf(one, messages));
  if (articles.length > 0) page.querySelector('[data-messages]').replaceChildren(...articles);
  page.querySelector('[data-older]').hidden = messages.length >= notice.messages;
  page.querySelector('[data-older]').addEventListener('click', older);
  const looked = page.querySelector('[data-looked]');
  const lines = [...notice.looked.map(lookedLine), ...olderLine(notice.older)];
  if (lines.length > 0) looked.replaceChildren(...lines);
  page.querySelector('[data-prove]').addEventListener('click', event => showProof(event.target, prove()));
  const form = page.querySelector('form');
  form.hidden = !notice.mayReply;
  form.addEventListener('submit', event => {
    event.preventDefault();
    reply(form.elements.reply.value);
  });
}

const phrase = name => document.getElementById('phrases').content.querySelector(`[data-phrase="${CSS.escape(name)}"]`)?.textContent ?? name;

function element(name, text, style) {
  const made = document.createElement(name);
  made.textContent = text;
  if (style) made.className = style;
  return made;
}

const TONES = { OVERDUE: 'late', DUE_TODAY: 'soon', DONE: 'met' };

function clockLines({ clock, length, day, status }) {
  const value = element('dd', `${dayOf(day)} `);
  value.append(element('strong', phrase(`status.${status}`), `tag ${TONES[status] ?? ''}`.trim()));
  const name = element('dt', `${phrase(`clock.${clock}`)} `);
  name.append(element('span', phrase(`length.${length}`), 'quiet'));
  return [name, value];
}

/** The messages of one text under one heading, from its beginning to its end. */
function articleOf(messages, all) {
  const article = element('article', '', 'message office');
  article.append(element('h3', sentence('fromOffice')));
  for (const flag of new Set(messages.map(message => message.flag).filter(Boolean))) {
    article.append(element('p', sentence(flag), 'notice late'));
  }
  const read = messages.filter(({ inner }) => inner);
  if (read.length > 0 && mayBeginBefore(read[0], all)) article.append(element('p', sentence('beginsBefore'), 'hint'));
  if (read.length > 0) article.append(element('p', read.map(({ inner }) => decoded(inner.body)).join(''), 'sealed-text'));
  return article;
}

/** Its writer wrote something before, which is not among those that are loaded. */
const mayBeginBefore = ({ inner, flag }, all) =>
  !flag && !isZero(inner.prev) && !all.some(({ digest }) => digest === hex(inner.prev));

function lookedLine({ post, grain, since, times }) {
  const line = element('li', '');
  const count = times > 1 ? sentence('times', { count: times }) : '';
  line.append(element('strong', post), `, ${momentOf(grain, since)}${count}`);
  return line;
}

const olderLine = count => (count > 0 ? [element('li', sentence('lookedOlder', { count }))] : []);

const written = (options, moment) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: WITA, ...options }).format(moment);

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
  place.replaceChildren(element('p', text, wrong ? 'notice late' : 'notice'));
  if (!file) return;
  const keep = element('button', sentence('keepProof'), 'plain');
  keep.type = 'button';
  keep.addEventListener('click', () => save(file, 'receipt.tlog-proof'));
  place.append(keep);
}
