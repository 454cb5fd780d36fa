// A data key that M of N people open together: the sender deals the shares, so nobody else ever holds the whole.
import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { ascii, concat, fixed, labelled, same, u8 } from './bytes.js';
import { encodeContext } from './context.js';
import { Refused } from './failures.js';
import { interpolate, shareAt } from './shamir.js';
import { sealStanza, stanzasDigest } from './stanza.js';

const dealt = (seed, what, index, length) =>
  expand(hash, extract(hash, fixed(seed, 32), ascii('kulkul/v1/deal')), concat(ascii(what), u8(index)), length);

/** What a share is checked against; it binds the share to the item, its place and the threshold. */
export const shareCommit = (context, index, m, n, share) =>
  labelled('kulkul/v1/share', encodeContext(context), u8(index), u8(m), u8(n), share);

/** Splits the data key by a seed: everything follows from the seed, so a dealer can be checked afterwards. */
export async function deal(context, dek, dealSeed, m, publicKeys) {
  const n = publicKeys.length;
  if (!(m >= 2 && m <= n && n <= 255)) throw new RangeError('no such threshold');
  const coefficients = Array.from({ length: m - 1 }, (_, j) => dealt(dealSeed, 'coeff', j + 1, 32));
  const shares = publicKeys.map((_, i) => shareAt(i + 1, fixed(dek, 32), coefficients));
  const commits = shares.map((share, i) => shareCommit(context, i + 1, m, n, share));
  const stanzas = [];
  for (let i = 0; i < n; i++) {
    const seed = dealt(dealSeed, 'encap', i + 1, 64);
    stanzas.push(await sealStanza(publicKeys[i], context, commits[i], shares[i], seed));
  }
  return { commits, stanzas };
}

/** The data key from shares [index, share]; Refused with the reason where a share is wrong or the dealer cheated. */
export function combine(context, m, commits, shares) {
  const n = commits.length;
  const seen = new Set();
  for (const [index, share] of shares) {
    if (!(Number.isInteger(index) && index >= 1 && index <= n)) throw new Refused('BAD_INDEX');
    if (seen.has(index)) throw new Refused('DUPLICATE_INDEX');
    seen.add(index);
    if (!isDealt(context, m, commits, index, share)) throw new Refused('WRONG_SHARE');
  }
  if (shares.length < m) throw new Refused('TOO_FEW_SHARES');
  const points = shares.slice(0, m);
  for (let i = 1; i <= n; i++) {
    if (!isDealt(context, m, commits, i, interpolate(points, i))) throw new Refused('INCONSISTENT');
  }
  return interpolate(points, 0);
}

const isDealt = (context, m, commits, index, share) =>
  same(commits[index - 1], shareCommit(context, index, m, commits.length, share));

/** After opening: whether this seed deals exactly what the header names. False convicts the dealer. */
export async function dealtAsNamed(header, dek, dealSeed, publicKeys) {
  const { commits, stanzas } = await deal(header.context, dek, dealSeed, header.m, publicKeys);
  return (
    commits.length === header.shareCommits.length &&
    commits.every((commit, i) => same(commit, header.shareCommits[i])) &&
    same(stanzasDigest(stanzas), header.stanzasSha256)
  );
}
