// Whether what the page shows of a conversation is what its writers wrote, whole and in their order.
import { hex, isZero } from '../crypto/index.js';

const CHAINED = ['REPORT_BODY', 'MSG_TO_TEAM', 'MSG_TO_REPORTER'];
const sideOf = section => (section.dataset.kind === 'MSG_TO_REPORTER' ? 'office' : 'reporter');

/** Who signed what has been opened: section -> key id. */
const signers = new WeakMap();

/**
 * What is wrong with the place of an opened item among the sections of its page, in reading order: 'dropped' where it
 * follows or answers something that the page does not show, 'reordered' where that comes later or another item of the
 * same writer stands between.
 */
export function misplaced(section, sections, { inner }) {
  if (!CHAINED.includes(section.dataset.kind)) return undefined;
  signers.set(section, hex(inner.signer));
  const at = sections.indexOf(section);
  const digests = sections.map(({ dataset }) => dataset.digest);
  const before = isZero(inner.prev) ? -1 : digests.indexOf(hex(inner.prev));
  if (before < 0 && !isZero(inner.prev)) return 'dropped';
  if (before >= at || sections.slice(before + 1, at).some(other => sameWriter(section, other))) return 'reordered';
  if (isZero(inner.seen)) return undefined;
  const seen = digests.indexOf(hex(inner.seen));
  if (seen < 0) return 'dropped';
  return seen > at || sideOf(sections[seen]) === sideOf(section) ? 'reordered' : undefined;
}

/** Whether a text in between has the same writer: all of the reporter's have, a colleague's once it has been opened. */
function sameWriter(section, other) {
  if (!CHAINED.includes(other.dataset.kind) || sideOf(section) !== sideOf(other)) return false;
  return sideOf(section) === 'reporter' || signers.get(section) === signers.get(other);
}
