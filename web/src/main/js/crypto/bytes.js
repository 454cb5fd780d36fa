// Bytes as TLS presentation language writes them (RFC 8446, section 3): big-endian, fixed sizes, nothing optional.
import { sha256 as hash } from '@noble/hashes/sha2.js';

const HEX = /^(?:[0-9a-f]{2})*$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const BASE64URL = /^[A-Za-z0-9_-]*$/;

export const ascii = text => new TextEncoder().encode(text);
export const text = bytes => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The number as `size` bytes; throws RangeError where it does not fit or is no whole number. */
export function uint(size, number) {
  if (!Number.isSafeInteger(number) || number < 0 || number >= 256 ** size) throw new RangeError('number out of range');
  const bytes = new Uint8Array(size);
  for (let i = size - 1, rest = number; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}

export const u8 = number => uint(1, number);
export const u16 = number => uint(2, number);
export const u32 = number => uint(4, number);
export const u64 = number => uint(8, number);

/** Exactly `size` bytes, or RangeError. */
export function fixed(bytes, size) {
  if (!(bytes instanceof Uint8Array) || bytes.length !== size) throw new RangeError(`not ${size} bytes`);
  return bytes;
}

/** Equality in a time that depends on the length alone. */
export function same(one, other) {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let i = 0; i < one.length; i++) difference |= one[i] ^ other[i];
  return difference === 0;
}

/** Order of bytes taken as unsigned numbers, for sorting. */
export function order(one, other) {
  for (let i = 0; i < Math.min(one.length, other.length); i++) if (one[i] !== other[i]) return one[i] - other[i];
  return one.length - other.length;
}

export const isZero = bytes => bytes.every(byte => byte === 0);
export const random = size => crypto.getRandomValues(new Uint8Array(size));
export const sha256 = (...parts) => hash(concat(...parts));
/** SHA-256 over an ASCII label, one zero byte and the parts. */
export const labelled = (label, ...parts) => sha256(ascii(label), u8(0), ...parts);

export const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

export function unhex(digits) {
  if (typeof digits !== 'string' || !HEX.test(digits)) throw new RangeError('not lower-case hex');
  return Uint8Array.from(digits.match(/../g) ?? [], pair => parseInt(pair, 16));
}

export function base64(bytes) {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}

/** Standard base64 in its one canonical form (RFC 4648, section 4). */
export function unbase64(encoded) {
  if (typeof encoded !== 'string' || encoded.length % 4 !== 0 || !BASE64.test(encoded)) throw new RangeError('not base64');
  const bytes = Uint8Array.from(atob(encoded), character => character.charCodeAt(0));
  if (base64(bytes) !== encoded) throw new RangeError('not canonical base64');
  return bytes;
}

/** Base64url without padding (RFC 4648, section 5). */
export const base64url = bytes => base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

export function unbase64url(encoded) {
  if (typeof encoded !== 'string' || !BASE64URL.test(encoded)) throw new RangeError('not base64url');
  const standard = encoded.replaceAll('-', '+').replaceAll('_', '/');
  return unbase64(standard + '='.repeat((4 - (standard.length % 4)) % 4));
}

/** Reads fixed fields in turn; RangeError where bytes are missing or left over. */
export class Reader {
  #bytes;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  take(size) {
    if (this.#at + size > this.#bytes.length) throw new RangeError('bytes missing');
    this.#at += size;
    return this.#bytes.slice(this.#at - size, this.#at);
  }

  uint(size) {
    const number = this.take(size).reduce((sum, byte) => sum * 256 + byte, 0);
    if (!Number.isSafeInteger(number)) throw new RangeError('number out of range');
    return number;
  }

  u8() {
    return this.uint(1);
  }

  u16() {
    return this.uint(2);
  }

  u32() {
    return this.uint(4);
  }

  u64() {
    return this.uint(8);
  }

  /** The bytes must be exactly these. */
  expect(bytes) {
    if (!same(this.take(bytes.length), bytes)) throw new RangeError('unexpected bytes');
  }

  rest() {
    return this.take(this.#bytes.length - this.#at);
  }

  end() {
    if (this.#at !== this.#bytes.length) throw new RangeError('bytes left over');
  }
}
