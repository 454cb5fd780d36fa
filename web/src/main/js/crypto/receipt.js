// A receipt: 16 random bytes as twelve words or forty digits, and the keys and the greeting that follow from them.
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { ascii, fixed, hex, labelled, random, sha256, unhex } from './bytes.js';
import { publicKeyOf } from './hpke.js';
import { plain } from './typed.js';
import greetingList from '../../../../../crypto/src/main/resources/id/kulkul/crypto/receipt/greeting-indonesian.txt';
import wordList from '../../../../../crypto/src/main/resources/id/kulkul/crypto/receipt/bip39-english.txt';

const LABEL = 'kulkul/v1/receipt';
export const words = wordList.trim().split('\n');
const greetings = greetingList.trim().split('\n');

const derive = (mk, what, length) => hkdf(hash, mk, ascii(LABEL), ascii(`${LABEL}/${what}`), length);
/** Bytes and their check, the first bits of their SHA-256, one for each four bytes (BIP 39), as one number. */
function checkedNumber(bytes) {
  const bits = BigInt(bytes.length / 4);
  return (BigInt(`0x${hex(bytes)}`) << bits) | BigInt(sha256(bytes)[0] >> (8 - bytes.length / 4));
}

/** Twelve words for 16 bytes, twenty-four for 32. */
function wordsOf(bytes) {
  const all = checkedNumber(bytes);
  const count = (bytes.length * 3) / 4;
  return Array.from({ length: count }, (_, i) => words[Number((all >> BigInt(11 * (count - 1 - i))) & 2047n)]).join(' ');
}

export const newReceipt = () => random(16);

/** Twelve words, of which a typing mistake is found fifteen times out of sixteen. */
export const receiptWords = mk => wordsOf(fixed(mk, 16));

/** The twenty-four words of a printed recovery kit of 32 bytes. */
export const kitWords = kit => wordsOf(fixed(kit, 32));

/** Forty digits in eight groups of five. */
export const receiptDigits = mk => checkedNumber(fixed(mk, 16)).toString().padStart(40, '0').match(/.{5}/g).join(' ');

/** Whether a word can stand in a receipt. */
export const isReceiptWord = word => words.includes(word);

/** The receipt that was typed, and whether it is one; what is none still gives a secret, so that its greeting shows. */
export function parseReceipt(typed) {
  const counts = plain(typed);
  const mk = checked(fromDigits(counts) ?? fromWords(counts.split(' '))) ?? within(counts.split(' '));
  return mk ? { mk, fits: true } : { mk: labelled(`${LABEL}/typed`, ascii(counts)).slice(0, 16), fits: false };
}

/**
 * The one receipt within a text: a row of exactly 40 digits or exactly 12 words. Numbers of one or two digits between them do not count, as
 * in a numbered list; a row that is longer is a mistake, and is not searched for a part that would fit. Among digits the letter O is a zero,
 * and I and L are ones: so paper is read by eyes.
 */
function within(all) {
  const tokens = all.filter(token => !/^[0-9]{1,2}$/.test(token));
  const numbers = [
    ...rows(tokens, token => /^[oil]*[0-9][0-9oil]*$/.test(token)).map(row => fromDigits(row.join(' '))),
    ...rows(tokens, token => words.includes(token)).map(fromWords),
  ];
  const found = new Map(numbers.map(checked).filter(Boolean).map(mk => [hex(mk), mk]));
  return found.size === 1 ? [...found.values()][0] : undefined;
}

function rows(tokens, belongs) {
  const all = [[]];
  for (const token of tokens) {
    if (belongs(token)) all.at(-1).push(token);
    else all.push([]);
  }
  return all;
}

/** The secret in a number whose check holds. */
function checked(number) {
  if (number === undefined || number >= 1n << 132n) return undefined;
  const mk = unhex((number >> 4n).toString(16).padStart(32, '0'));
  return checkedNumber(mk) === number ? mk : undefined;
}

function fromDigits(counts) {
  const digits = counts.replaceAll(' ', '').replaceAll('o', '0').replace(/[il]/g, '1');
  return /^[0-9]{40}$/.test(digits) ? BigInt(digits) : undefined;
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
