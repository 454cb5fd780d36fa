// One wrapped data key or share: 1186 bytes that one private key opens.
import { Reader, ascii, concat, fixed, order, sha256, u16, u8 } from './bytes.js';
import { encodeContext } from './context.js';
import { BadKey, OpenFailed, opening } from './failures.js';
import { hpkeOpen, hpkeSeal, publicKeyOf } from './hpke.js';

/** Bytes of a stanza. */
export const STANZA_SIZE = 1186;
const LABEL = 'kulkul/v1/stanza';

/** The short name, 16 bytes, of a public key. */
export const keyId = publicKey => sha256(ascii('kulkul/v1/keyid'), publicKey).slice(0, 16);

const info = (label, context, ...rest) => concat(ascii(label), u8(0), encodeContext(context), ...rest);

/** Wraps 32 bytes to a public key, bound to the context and to `aad`; BadKey where the key is none. */
export async function sealStanza(publicKey, context, aad, secret, seed) {
  return wrap(publicKey, info(LABEL, context, keyId(publicKey)), aad, secret, seed);
}

/** The 32 bytes of a stanza; OpenFailed where it is for another key, another context or was changed. */
export async function openStanza(seed, context, aad, stanza) {
  return unwrap(seed, stanza, id => info(LABEL, context, id), aad);
}

/** A custodian's share for one request: the context is the identity item's with kind SHARE_RELEASE. */
export const sealRelease = (publicKey, context, request, commit, share) =>
  wrap(publicKey, info('kulkul/v1/release', context, fixed(request, 16)), commit, share);

export const openRelease = (seed, context, request, commit, stanza) =>
  unwrap(seed, stanza, () => info('kulkul/v1/release', context, fixed(request, 16)), commit);

async function wrap(publicKey, bound, aad, secret, seed) {
  fixed(secret, 32);
  try {
    const { enc, ct } = await hpkeSeal(fixed(publicKey, 1216), bound, aad, secret, seed);
    return concat(u16(1), keyId(publicKey), fixed(enc, 1120), fixed(ct, 48));
  } catch {
    throw new BadKey();
  }
}

async function unwrap(seed, stanza, bound, aad) {
  return opening(async () => {
    const { id, enc, ct } = decodeStanza(stanza);
    if (order(id, keyId(publicKeyOf(seed))) !== 0) throw new OpenFailed();
    return fixed(await hpkeOpen(seed, bound(id), aad, { enc, ct }), 32);
  });
}

export function decodeStanza(stanza) {
  const from = new Reader(fixed(stanza, STANZA_SIZE));
  from.expect(u16(1));
  return { id: from.take(16), enc: from.take(1120), ct: from.take(48) };
}

/** The stanzas of a concatenation; OpenFailed where its length is no multiple of the size of one. */
export function splitStanzas(bytes) {
  if (bytes.length % STANZA_SIZE !== 0) throw new OpenFailed();
  return Array.from({ length: bytes.length / STANZA_SIZE }, (_, i) => bytes.slice(i * STANZA_SIZE, (i + 1) * STANZA_SIZE));
}

/** Wraps a data key to each public key once, in ascending order of key ids; RangeError where two are equal. */
export async function sealToAll(publicKeys, context, commitment, dek) {
  const sorted = publicKeys.map(key => ({ key, id: keyId(key) })).sort((one, other) => order(one.id, other.id));
  if (sorted.some(({ id }, i) => i > 0 && order(id, sorted[i - 1].id) === 0)) throw new RangeError('a key twice');
  return Promise.all(sorted.map(({ key }) => sealStanza(key, context, commitment, dek)));
}

export const stanzasDigest = stanzas => sha256(...stanzas);
