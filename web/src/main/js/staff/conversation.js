// Whether what the page shows of a conversation is what its writers wrote, whole and in their order.
import { hex, isZero } from '../crypto/index.js';

/**
 * What is wrong with the place of an opened item among the sections of its page, in reading order: 'dropped' where it
 * follows or answers something that the page does not show, 'reordered' where that comes later or another stands between.
 */
export function misplaced(section, sections, { inner }) {
  const at = sections.indexOf(section);
  const digests = sections.map(other => other.dataset.digest);
  const side = sideOf(section);
  const own = index => senderOf(sections[index]) === senderOf(section) && chained(sections[index]);
  const before = isZero(inner.prev) ? -1 : digests.indexOf(hex(inner.prev));
  if (before < 0 && !isZero(inner.prev)) return 'dropped';
  if (before >= at) return 'reordered';
  for (let i = before + 1; i < at; i++) if (own(i)) return 'reordered';
  if (isZero(inner.seen)) return undefined;
  const seen = digests.indexOf(hex(inner.seen));
  if (seen < 0) return 'dropped';
  return seen > at || sideOf(sections[seen]) === side ? 'reordered' : undefined;
}

const CHAINED = ['REPORT_BODY', 'MSG_TO_TEAM', 'MSG_TO_REPORTER'];
const chained = section => CHAINED.includes(section.dataset.kind);
const sideOf = section => (section.dataset.kind === 'MSG_TO_REPORTER' ? 'office' : 'reporter');
const senderOf = section => (sideOf(section) === 'reporter' ? 'reporter' : section.dataset.signerPk);
