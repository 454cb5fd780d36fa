// Sealed bytes: C2SP chunked-encryption as Cobblestone-256 (AES-256-GCM, HKDF-Expand-SHA-512), 16 KiB a chunk.
// The salt is drawn inside; nonces are derived and no function takes one.
import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { ascii, concat, fixed, random, same, u8 } from './bytes.js';
import { encodeContext } from './context.js';
import { OpenFailed, opening } from './failures.js';

const LABEL = concat(ascii('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM'), u8(0));
const SALT = 24;
const CHUNK = 16384;
const TAG = 16;

/** Seals what the source gives under a 32-byte key that no other item has; yields the blob in parts. */
export async function* sealedChunks(context, key, source) {
  const salt = random(SALT);
  const keys = await derive(key, salt, context);
  yield concat(salt, keys.commitment);
  let number = 0;
  for await (const piece of pieces(source, CHUNK, CHUNK)) {
    yield new Uint8Array(await crypto.subtle.encrypt(gcm(keys, number++), keys.aes, piece));
  }
}

export async function seal(context, key, source) {
  return collected(sealedChunks(context, key, source));
}

/** Opens chunk by chunk; what it yielded is whole only once it ends without OpenFailed. */
export async function* openedChunks(context, key, source) {
  const fresh = pieces(source, SALT + 32, CHUNK + TAG);
  const prefix = await opening(async () => fixed((await fresh.next()).value, SALT + 32));
  const keys = await opening(() => derive(key, prefix.subarray(0, SALT), context));
  if (!same(keys.commitment, prefix.subarray(SALT))) throw new OpenFailed();
  let number = 0;
  for await (const piece of fresh) {
    const algorithm = gcm(keys, number++);
    yield await opening(async () => new Uint8Array(await crypto.subtle.decrypt(algorithm, keys.aes, piece)));
  }
}

export async function open(context, key, source) {
  return collected(openedChunks(context, key, source));
}

/** The 32 bytes in a blob that commit to its key. */
export const commitmentOf = blob => blob.slice(SALT, SALT + 32);

/** HKDF-Expand (RFC 5869) by hand, because noble's refuses a key shorter than the hash, which this format has. */
function expand76(key, info) {
  const first = hmac(sha512, key, concat(info, u8(1)));
  return concat(first, hmac(sha512, key, concat(first, info, u8(2))).subarray(0, 12));
}

async function derive(key, salt, context) {
  const okm = expand76(fixed(key, 32), concat(LABEL, salt, encodeContext(context)));
  const aes = await crypto.subtle.importKey('raw', okm.subarray(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const keys = { aes, nonce: okm.slice(32, 44), commitment: okm.slice(44) };
  okm.fill(0);
  return keys;
}

function gcm(keys, number) {
  if (number >= 2 ** 32) throw new RangeError('too many chunks');
  const iv = keys.nonce.slice();
  const view = new DataView(iv.buffer);
  view.setUint32(8, (view.getUint32(8) ^ number) >>> 0);
  return { name: 'AES-GCM', iv };
}

/** Cuts the source into one piece of `first` bytes, pieces of `size` bytes and a shorter, perhaps empty, last one. */
async function* pieces(source, first, size) {
  let held = new Uint8Array(0);
  let wanted = first;
  for await (const chunk of parts(source)) {
    held = held.length === 0 ? chunk : concat(held, chunk);
    let at = 0;
    for (; held.length - at >= wanted; wanted = size) {
      const end = at + wanted;
      yield held.subarray(at, end);
      at = end;
    }
    held = held.slice(at);
  }
  yield held;
}

async function* parts(source) {
  if (source instanceof Uint8Array) yield source;
  else if (source instanceof Blob) yield* streamed(source.stream());
  else if (source instanceof ReadableStream) yield* streamed(source);
  else yield* source;
}

async function* streamed(stream) {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function collected(chunks) {
  const all = [];
  for await (const chunk of chunks) all.push(chunk);
  return concat(...all);
}
