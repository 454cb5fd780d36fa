// What a reporter who kept nothing but the receipt can be sure of: their own report, by their own signature, and that the history holds it.
import {
  SUBMITTED,
  concat,
  ascii,
  decodeHeader,
  hex,
  parseOrigin,
  provenLeaf,
  same,
  subject,
  u8,
  unbase64url,
  unconfirmedOrigin,
  verifies,
} from '../crypto/index.js';

/**
 * The report that the server says this receipt sent, if the receipt's own key signed exactly these items: its case, list and group,
 * with the subject that a proof must show. Nothing where there is none, or where it is somebody else's.
 */
export function ownReport({ headers = [], signature = '' }, keys) {
  if (headers.length === 0) return undefined;
  const encoded = headers.map(unbase64url);
  const about = subject(encoded);
  const signed = concat(ascii('kulkul/v1/submit'), u8(0), about);
  if (!verifies(unbase64url(signature), signed, keys.signPublic)) return undefined;
  const { context, manifestDigest, group } = decodeHeader(encoded[0]);
  return { about, context, count: headers.length, list: hex(manifestDigest), group };
}

/** The place of the report in the history: index and size of the tree, and its origin where the policy does not name it yet; throws unless log, leaf, path and the report's own items agree. */
export function provenPlace(proof, report, policy) {
  const { leaf, index, checkpoint } = provenLeaf(ascii(proof), policy, report.about);
  const ours =
    same(leaf.aggregate, report.context.aggregate) &&
    same(leaf.tenant, report.context.tenant) &&
    leaf.aggregateType === SUBMITTED.aggregateType &&
    leaf.eventType === SUBMITTED.eventType &&
    parseOrigin(checkpoint.origin).log.endsWith('/wbs');
  if (!ours) throw new RangeError('another event');
  const restored = unconfirmedOrigin(checkpoint, policy);
  return { index, size: checkpoint.size, witnessed: policy.quorum !== 'none', restored };
}
