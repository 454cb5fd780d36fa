// Padding hides the true size: data, 0x80, zeros up to a bucket (ISO/IEC 7816-4 style).
import { concat } from './bytes.js';
import { Kind } from './context.js';
import { OpenFailed } from './failures.js';

const KIB = 1024;
const MIB = 1024 * KIB;
const BUCKETS = {
  [Kind.REPORT_BODY]: [32 * KIB, 128 * KIB],
  [Kind.MSG_TO_REPORTER]: [6 * KIB],
  [Kind.MSG_TO_TEAM]: [6 * KIB],
  [Kind.IDENTITY]: [8 * KIB],
  [Kind.BID]: [64 * KIB],
  [Kind.INTERNAL_NOTE]: [8 * KIB, 32 * KIB],
  [Kind.TENDER_CANARY]: [64 * KIB],
};

/** The padded size for `length` bytes of this kind; RangeError where no bucket is large enough or the kind has none. */
export function bucket(kind, length) {
  const size = kind === Kind.ATTACHMENT ? fileBucket(length) : BUCKETS[kind]?.find(room => length < room);
  if (!size) throw new RangeError('too long');
  return size;
}

function fileBucket(length) {
  for (let room = 64 * KIB; room <= 16 * MIB; room *= 2) if (length < room) return room;
  const room = (Math.floor(length / (8 * MIB)) + 1) * 8 * MIB;
  return room <= 1024 * MIB ? room : undefined;
}

export function pad(kind, data) {
  const padded = new Uint8Array(bucket(kind, data.length));
  padded.set(data);
  padded[data.length] = 0x80;
  return padded;
}

/** The data of a padded item; OpenFailed where its size is no bucket's or the mark is missing. */
export function unpad(kind, padded) {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (end < 0 || padded[end] !== 0x80 || !fits(kind, end, padded.length)) throw new OpenFailed();
  return padded.subarray(0, end);
}

function fits(kind, length, padded) {
  try {
    return bucket(kind, length) === padded;
  } catch {
    return false;
  }
}

/** Unpads chunk by chunk: what may be padding is held back until a later byte shows that it was data. */
export async function* unpadded(kind, chunks) {
  let held = new Uint8Array(0);
  let zeros = 0;
  let total = 0;
  let given = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    let last = chunk.length - 1;
    while (last >= 0 && chunk[last] === 0) last--;
    if (last < 0) {
      zeros += chunk.length;
      continue;
    }
    const before = concat(held, new Uint8Array(zeros), chunk.subarray(0, last));
    given += before.length;
    if (before.length > 0) yield before;
    held = chunk.slice(last, last + 1);
    zeros = chunk.length - 1 - last;
  }
  if (held[0] !== 0x80 || !fits(kind, given, total)) throw new OpenFailed();
}
