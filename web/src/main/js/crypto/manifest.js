// The signed list of who may read what in a channel or a tender.
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { Reader, ascii, concat, fixed, isZero, labelled, order, same, text, u16, u32, u64, u8 } from './bytes.js';
import { Refused } from './failures.js';
import { verifies } from './inner.js';
import { keyId } from './stanza.js';

/** The first leaves out one investigator, the second any set of up to five; who is in which group stands at each member. */
const LABELS = ['KULMAN01', 'KULMAN02'];

export const Role = Object.freeze({ INVESTIGATOR: 1, CUSTODIAN: 2, COMMITTEE: 3, OUTSIDE: 4 });
export const ManifestType = Object.freeze({ RECIPIENTS: 1, TENDER: 2 });
export const ALL_HOLDERS = 255;

const encodeMember = ({ person, role, groups, xwing, ed25519 }) =>
  concat(fixed(person, 16), u8(role), u32(groups), keyId(xwing), fixed(xwing, 1216), fixed(ed25519, 32));

export const encodeManifest = manifest =>
  concat(
    ascii(manifest.label),
    u8(manifest.type),
    fixed(manifest.tenant, 16),
    fixed(manifest.scope, 16),
    u32(manifest.epoch),
    u32(manifest.validFromHour),
    fixed(manifest.prev, 32),
    u8(manifest.m),
    u8(manifest.n),
    fixed(manifest.policySha256, 32),
    fixed(manifest.bundleSha256, 32),
    fixed(manifest.rulesSha256, 32),
    u64(manifest.deadline),
    u16(manifest.members.length),
    ...manifest.members.map(encodeMember),
  );

/** The manifest that the bytes hold; Refused where they are irregular, unsorted or name a key wrongly. */
export function decodeManifest(bytes) {
  try {
    return sorted(read(new Reader(bytes)));
  } catch {
    throw new Refused('BAD_MANIFEST');
  }
}

function read(from) {
  const label = text(from.take(8));
  if (!LABELS.includes(label)) throw new RangeError('unknown label');
  const manifest = {
    label,
    type: from.u8(),
    tenant: from.take(16),
    scope: from.take(16),
    epoch: from.u32(),
    validFromHour: from.u32(),
    prev: from.take(32),
    m: from.u8(),
    n: from.u8(),
    policySha256: from.take(32),
    bundleSha256: from.take(32),
    rulesSha256: from.take(32),
    deadline: from.u64(),
    members: [],
  };
  for (let count = from.u16(); count > 0; count--) manifest.members.push(readMember(from));
  from.end();
  return manifest;
}

function readMember(from) {
  const [person, role, groups, id] = [from.take(16), from.u8(), from.u32(), from.take(16)];
  const member = { person, role, groups, id, xwing: from.take(1216), ed25519: from.take(32) };
  if (!same(id, keyId(member.xwing)) || !Object.values(Role).includes(role)) throw new RangeError('irregular member');
  return member;
}

function sorted(manifest) {
  if (!Object.values(ManifestType).includes(manifest.type)) throw new RangeError('unknown type');
  if (manifest.n !== holders(manifest).length || manifest.m > manifest.n) throw new RangeError('wrong threshold');
  manifest.members.forEach((member, i, all) => {
    if (i === 0) return;
    const before = all[i - 1];
    if ((before.role - member.role || order(before.id, member.id)) >= 0) throw new RangeError('unsorted');
  });
  return manifest;
}

export const manifestDigest = bytes => labelled('kulkul/v1/manifest', bytes);

/** What `--root` of the offline verifier names: both public keys of the organisation's root. */
export const rootFingerprint = root =>
  labelled('kulkul/v1/root', fixed(root.ed25519, 32), fixed(root.mldsa44, 1312));

/** The bytes that a manifest's signers sign. */
export const manifestStatement = digest => concat(ascii('kulkul/v1/manifest-sig'), u8(0), fixed(digest, 32));

/** The recipients' manifest behind the bytes; Refused unless both signatures of the root with this fingerprint stand. */
export function rootedManifest(bytes, signatures, root, fingerprint) {
  if (!same(rootFingerprint(root), fixed(fingerprint, 32))) throw new Refused('UNKNOWN_ROOT');
  const statement = manifestStatement(manifestDigest(bytes));
  const classical = verifies(signatures.ed25519, statement, root.ed25519);
  if (!classical || !quantumSafe(signatures.mldsa44, statement, root.mldsa44)) throw new Refused('UNSIGNED_MANIFEST');
  const manifest = decodeManifest(bytes);
  if (manifest.type !== ManifestType.RECIPIENTS) throw new Refused('BAD_MANIFEST');
  return manifest;
}

/** ML-DSA-44 with the empty context (FIPS 204). */
export function quantumSafe(signature, message, publicKey) {
  try {
    return ml_dsa44.verify(signature, message, publicKey);
  } catch {
    return false;
  }
}

/** Refuses a manifest that may not come directly after the one before, or be the first where there is none. */
export function follows(later, earlier, earlierBytes) {
  const linked = earlier ? same(later.prev, manifestDigest(earlierBytes)) : isZero(later.prev);
  const onwards = !earlier || (later.epoch > earlier.epoch && later.validFromHour >= earlier.validFromHour);
  const home = !earlier || (same(later.tenant, earlier.tenant) && same(later.scope, earlier.scope));
  if (!linked || !onwards || !home || (earlier && later.type !== earlier.type)) throw new Refused('BROKEN_CHAIN');
}

/** The members who read a direct item of this group, in the order of their stanzas. */
export const readers = (manifest, group) =>
  manifest.members
    .filter(({ role, groups }) => (role === Role.INVESTIGATOR || role === Role.OUTSIDE) && (groups >>> group) & 1)
    .sort((one, other) => order(one.id, other.id));

/** The holders of shares: custodians of a channel, committee of a tender; share i belongs to the i-th. */
export const holders = manifest =>
  manifest.members.filter(
    ({ role }) => role === (manifest.type === ManifestType.TENDER ? Role.COMMITTEE : Role.CUSTODIAN),
  );
