// Who may read what, as the organisation's root signed it and the public log holds it. Nothing is sealed to anyone else.
import {
  acceptCheckpoint,
  decodeLeaf,
  fixed,
  hex,
  includes,
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
  unhex,
} from '../crypto/index.js';
import { getJson } from './requests.js';
import { Told } from './texts.js';

const ADDRESS = '/kerja/manifes/';
const PUBLISHED = { aggregateType: 2, eventType: 2 };

const verified = new Map();
let root;
const newest = new Map();

/** The list of recipients with this digest (hex), once its signatures, its policy and its place in the log stand. */
export async function recipientsOf(digest) {
  if (!verified.has(digest)) verified.set(digest, await checked(digest));
  return verified.get(digest);
}

/** The list to seal under in this case: none that is older than one already used for it on this screen. */
export async function currentRecipients(digest, report) {
  const manifest = await recipientsOf(digest);
  if (manifest.epoch < (newest.get(report) ?? 0)) throw new Told('recipients');
  newest.set(report, manifest.epoch);
  return manifest;
}

async function checked(digest) {
  const answer = await getJson(ADDRESS + digest);
  try {
    return verify(unhex(digest), answer);
  } catch (failure) {
    console.error(failure);
    throw new Told('recipients');
  }
}

function verify(digest, { manifest, ed25519, mldsa44, root: keys, policy, proof, event }) {
  const bytes = unbase64url(manifest);
  if (!same(digest, manifestDigest(bytes))) throw new RangeError('another list');
  const signatures = { ed25519: unbase64url(ed25519), mldsa44: unbase64url(mldsa44) };
  const signer = { ed25519: unbase64url(keys.ed25519), mldsa44: unbase64url(keys.mldsa44) };
  const list = rootedManifest(bytes, signatures, signer, root ?? rootFingerprint(signer));
  const rules = unbase64url(policy);
  if (!same(list.policySha256, sha256(rules))) throw new RangeError('another policy');
  inHistory(unbase64url(proof), parsePolicy(rules), opened(event), manifest, hex(digest));
  root ??= rootFingerprint(signer);
  return { ...list, digest };
}

const opened = event => ({
  ...event,
  eventId: unhex(event.eventId),
  aggregate: unhex(event.aggregate),
  actor: unhex(event.actor),
  payload: unbase64url(event.payload),
});

/** The log holds the event, and the event holds this list. */
function inHistory(proof, policy, event, manifest, digest) {
  const { extra, index, path, checkpoint } = parseProof(proof);
  const leaf = decodeLeaf(fixed(extra, 135));
  const published = leaf.aggregateType === PUBLISHED.aggregateType && leaf.eventType === PUBLISHED.eventType;
  const payload = text(event.payload);
  const named = payload.includes(manifest) || payload.includes(digest);
  if (!published || !named || !same(leaf.payloadSha256, payloadDigest(event, event.payload))) {
    throw new RangeError('another event');
  }
  acceptCheckpoint(checkpoint, policy);
  if (!includes(leafHash(extra), index, checkpoint.size, path, checkpoint.root)) throw new RangeError('not in the log');
}
