// A receipt: 16 random bytes as twelve words or forty digits, and the keys and the greeting that follow from them.
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { ascii, fixed, hex, random, sha256, unhex } from './bytes.js';
import { publicKeyOf } from './hpke.js';
import greetingList from '../../../../../crypto/src/main/resources/id/kulkul/crypto/receipt/greeting-indonesian.txt';
import wordList from '../../../../../crypto/src/main/resources/id/kulkul/crypto/receipt/bip39-english.txt';

const LABEL = 'kulkul/v1/receipt';
export const words = wordList.trim().split('\n');
const greetings = greetingList.trim().split('\n');

const derive = (mk, what, length) => hkdf(hash, mk, ascii(LABEL), ascii(`${LABEL}/${what}`), length);
const check = mk => BigInt(sha256(mk)[0] >> 4);
const number = mk => (BigInt(`0x${hex(mk)}`) << 4n) | check(mk);

export const newReceipt = () => random(16);

/** Twelve words, whose last four bits check the rest as in BIP 39. */
export function receiptWords(mk) {
  const all = number(fixed(mk, 16));
  return Array.from({ length: 12 }, (_, i) => words[Number((all >> BigInt(11 * (11 - i))) & 2047n)]).join(' ');
}

/** Forty digits in eight groups of five. */
export const receiptDigits = mk => number(fixed(mk, 16)).toString().padStart(40, '0').match(/.{5}/g).join(' ');

/** The receipt that was typed, and whether its check fits; nothing where it has neither form. */
export function parseReceipt(typed) {
  const tokens = typed.trim().toLowerCase().split(/\s+/);
  const digits = tokens.join('');
  const all = /^[0-9]{40}$/.test(digits) ? BigInt(digits) : fromWords(tokens);
  if (all === undefined || all >= 1n << 132n) return undefined;
  const mk = unhex((all >> 4n).toString(16).padStart(32, '0'));
  return { mk, fits: (all & 15n) === check(mk) };
}

function fromWords(tokens) {
  const indices = tokens.map(token => words.indexOf(token));
  if (indices.length !== 12 || indices.includes(-1)) return undefined;
  return indices.reduce((all, index) => (all << 11n) | BigInt(index), 0n);
}

/** Two plain words that show a mistyped receipt; they tell nothing about whether it exists. */
export function greeting(mk) {
  const okm = derive(mk, 'greeting', 4);
  return [greetings[okm[0]], greetings[okm[1]]];
}

/** The look-up key, the X-Wing seed and the Ed25519 seed, 32 bytes each, with both public keys. */
export function receiptKeys(mk) {
  const [lookup, xwing, sign] = ['lookup', 'xwing', 'sign'].map(what => derive(fixed(mk, 16), what, 32));
  return { lookup, xwing, sign, xwingPublic: publicKeyOf(xwing), signPublic: ed25519.getPublicKey(sign) };
}
