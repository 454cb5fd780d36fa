// Who may read what, as the organisation's root signed it and the public log holds it. Nothing is sealed to anyone else.
import {
  Refused,
  Role,
  acceptCheckpoint,
  decodeLeaf,
  follows,
  hex,
  includes,
  isZero,
  leafHash,
  manifestDigest,
  parsePolicy,
  parseProof,
  payloadDigest,
  rootFingerprint,
  rootedManifest,
  same,
  sha256,
  text,
  unbase64url,
  unconfirmedOrigin,
  unhex,
} from '../crypto/index.js';
import { begun, timely } from './device.js';

const PUBLISHED = { aggregateType: 2, eventType: 2 };

/**
 * The list of recipients that the server hands over, with its bytes, digest, policy and the fingerprint of the root behind it, and the origin
 * in which the log goes on, `restored`, where a loss was declared that the root's holder has not signed for, and `inForce`, what the log names
 * as the newest list of its channel; throws unless its signatures, its policy and its place in the open log stand, now, and one is named.
 * `pinned` is the fingerprint that must have signed, if one is known.
 */
export function vouched({ manifest, ed25519, mldsa44, root: keys, policy, proof, event }, pinned) {
  const bytes = unbase64url(manifest);
  const digest = manifestDigest(bytes);
  const signatures = { ed25519: unbase64url(ed25519), mldsa44: unbase64url(mldsa44) };
  const signer = { ed25519: unbase64url(keys.ed25519), mldsa44: unbase64url(keys.mldsa44) };
  const root = rootFingerprint(signer);
  const list = rootedManifest(bytes, signatures, signer, pinned ?? root);
  const rules = unbase64url(policy);
  if (!same(list.policySha256, sha256(rules))) throw new Refused('OTHER_POLICY');
  const signers = parsePolicy(rules);
  const { signedAt, restored, lists } = inHistory(unbase64url(proof), signers, opened(event), manifest, hex(digest));
  timely(signedAt);
  begun(list);
  const inForce = lists.get(hex(list.scope));
  if (inForce === undefined) throw new Withheld('UNNAMED_LIST');
  return { ...list, bytes, digest, policy: signers, root, restored, inForce };
}

/** That a list is in the log never says that no later one is: the log names the newest, and this is not it, or it names none. */
class Withheld extends Refused {
  sentence = 'listWithheld';
}

/** All lists of a channel, first the one that the log names as the one in force, each vouched for and each following the one before, back to the first. */
export function vouchedChain(answers, pinned) {
  const lists = answers.map(answer => vouched(answer, pinned));
  if (lists.length === 0 || !isZero(lists.at(-1).prev)) throw new Refused('BROKEN_CHAIN');
  lists.slice(0, -1).forEach((later, i) => follows(later, lists[i + 1], lists[i + 1].bytes));
  if (hex(lists[0].digest) !== lists[0].inForce) throw new Withheld('OTHER_LIST_IN_FORCE');
  return lists;
}

const opened = event => ({
  ...event,
  eventId: unhex(event.eventId),
  aggregate: unhex(event.aggregate),
  actor: unhex(event.actor),
  payload: unbase64url(event.payload),
});

/** The log holds the event, and the event holds this list; the time at which the log said so, and the origin if the policy does not name it yet. */
function inHistory(proof, policy, event, manifest, digest) {
  const { extra, index, path, checkpoint } = parseProof(proof);
  const leaf = decodeLeaf(extra);
  const published = leaf.aggregateType === PUBLISHED.aggregateType && leaf.eventType === PUBLISHED.eventType;
  const payload = text(event.payload);
  const named = payload.includes(manifest) || payload.includes(digest);
  if (!published || !named || !same(leaf.payloadSha256, payloadDigest(event, event.payload))) {
    throw new Refused('OTHER_EVENT');
  }
  const signedAt = acceptCheckpoint(checkpoint, policy);
  if (!includes(leafHash(extra), index, checkpoint.size, path, checkpoint.root)) throw new Refused('NOT_INCLUDED');
  return { signedAt, restored: unconfirmedOrigin(checkpoint, policy), lists: checkpoint.lists };
}

/**
 * The group that may read when these people (hex) may not: exactly the investigators who remain; the outside list (31) where the head is
 * involved or nobody remains; nothing if nobody would be left, or if no group holds exactly those who remain. Who is in a group is read
 * from the signed members, whatever rule gave the groups out.
 */
export function groupWithout(list, people, headInvolved) {
  const investigators = list.members.filter(({ role }) => role === Role.INVESTIGATOR);
  const remain = investigators.map(({ person }) => !people.includes(hex(person)));
  const leaves = group => investigators.every(({ groups }, i) => ((groups >>> group) & 1) === Number(remain[i]));
  if (!headInvolved && remain.includes(true)) return Array.from({ length: OUTSIDE }, (_, i) => i).find(leaves);
  return list.members.some(({ role }) => role === Role.OUTSIDE) ? OUTSIDE : undefined;
}

const OUTSIDE = 31;
