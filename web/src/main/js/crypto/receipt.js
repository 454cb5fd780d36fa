// A receipt: 16 random bytes as forty digits or as twelve words of a list, and the keys and the greeting that follow from them.
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { ascii, fixed, hex, labelled, random, sha256, unhex } from './bytes.js';
import { publicKeyOf } from './hpke.js';
import { plain } from './typed.js';
import greetingList from '../../../../../crypto/src/main/resources/id/kulkul/crypto/receipt/greeting-indonesian.txt';

const LABEL = 'kulkul/v1/receipt';
const greetings = greetingList.trim().split('\n');

const derive = (mk, what, length) => hkdf(hash, mk, ascii(LABEL), ascii(`${LABEL}/${what}`), length);
/** Bytes and their check, the first bits of their SHA-256, one for each four bytes (BIP 39), as one number. */
function checkedNumber(bytes) {
  const bits = BigInt(bytes.length / 4);
  return (BigInt(`0x${hex(bytes)}`) << bits) | BigInt(sha256(bytes)[0] >> (8 - bytes.length / 4));
}

/** Twelve words of the list for 16 bytes, twenty-four for 32. */
function wordsOf(bytes, list) {
  const all = checkedNumber(bytes);
  const count = (bytes.length * 3) / 4;
  return Array.from({ length: count }, (_, i) => list[Number((all >> BigInt(11 * (count - 1 - i))) & 2047n)]).join(' ');
}

export const newReceipt = () => random(16);

/** Twelve words of the list, of which a typing mistake is found fifteen times out of sixteen. */
export const receiptWords = (mk, list) => wordsOf(fixed(mk, 16), list);

/** The twenty-four words of a printed recovery kit of 32 bytes. */
export const kitWords = (kit, list) => wordsOf(fixed(kit, 32), list);

/** Forty digits in eight groups of five. */
export const receiptDigits = mk => checkedNumber(fixed(mk, 16)).toString().padStart(40, '0').match(/.{5}/g).join(' ');

/** The first word that the list of most of them does not have; nothing where it has all. */
export function strangeWord(typed, lists) {
  const all = typed.toLowerCase().match(/[a-z]+/g) ?? [];
  const known = list => all.filter(word => list.includes(word)).length;
  const meant = lists.reduce((most, list) => (known(list) > known(most) ? list : most));
  return all.find(word => !meant.includes(word));
}

/**
 * The receipt that was typed, in digits or in words of one of the lists, and whether it is one; what is none still gives a secret, so that its
 * greeting shows.
 */
export function parseReceipt(typed, lists) {
  const counts = plain(typed);
  const mk = checked(fromDigits(counts)) ?? within(counts.split(' '), lists);
  return mk ? { mk, fits: true } : { mk: labelled(`${LABEL}/typed`, ascii(counts)).slice(0, 16), fits: false };
}

/**
 * The one receipt within a text: a row of exactly 40 digits or exactly 12 words of one list. Numbers of one or two digits between them do not
 * count, as in a numbered list; a row that is longer is a mistake, and is not searched for a part that would fit. Among digits the letter O is
 * a zero, and I and L are ones: so paper is read by eyes.
 */
function within(all, lists) {
  const tokens = all.filter(token => !/^[0-9]{1,2}$/.test(token));
  const numbers = [
    ...rows(tokens, token => /^[oil]*[0-9][0-9oil]*$/.test(token)).map(row => fromDigits(row.join(' '))),
    ...lists.flatMap(list => rows(tokens, token => list.includes(token)).map(row => fromWords(row, list))),
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

function fromWords(row, list) {
  return row.length === 12 ? row.reduce((all, word) => (all << 11n) | BigInt(list.indexOf(word)), 0n) : undefined;
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
