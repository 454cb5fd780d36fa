// What a person keeps: a proof that an event is in the history (C2SP tlog-proof), or the promise that it will be.
import { ascii, concat, fixed, same, text, u32, u8, unbase64 } from './bytes.js';
import { Refused } from './failures.js';
import { verifies } from './inner.js';
import { decodeLeaf } from './leaf.js';
import { quantumSafe } from './manifest.js';
import { includes, leafHash } from './merkle.js';
import { acceptCheckpoint, parseCheckpoint } from './note.js';

/** The parts of a proof file, given as bytes; nothing is verified yet. */
export function parseProof(bytes) {
  try {
    const file = text(bytes);
    const end = file.indexOf('\n\n');
    const lines = file.slice(0, end).split('\n');
    if (end < 0 || lines.shift() !== 'c2sp.org/tlog-proof@v1') throw new RangeError('no proof');
    const extra = lines[0].startsWith('extra ') ? unbase64(lines.shift().slice(6)) : undefined;
    const index = /^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift())[1];
    const path = lines.map(line => fixed(unbase64(line), 32));
    return { extra, index: Number(index), path, checkpoint: parseCheckpoint(file.slice(end + 2)) };
  } catch {
    throw new Refused('BAD_PROOF');
  }
}

/** The leaf that a proof shows in the history, with its index; Refused unless log, witnesses, path and subject agree. */
export function provenLeaf(bytes, policy, subject) {
  const { extra, index, path, checkpoint } = parseProof(bytes);
  const leaf = decodeLeaf(extra ?? new Uint8Array(0));
  if (!same(leaf.subject, fixed(subject, 32))) throw new Refused('OTHER_SUBJECT');
  acceptCheckpoint(checkpoint, policy);
  if (!includes(leafHash(extra), index, checkpoint.size, path, checkpoint.root)) throw new Refused('NOT_INCLUDED');
  return { leaf, index, checkpoint };
}

/** Whether the log promised with both its keys that this leaf hash will be covered by the end of the hour. */
export function promised({ leaf, hourDue, ed25519, mldsa44 }, log) {
  const promise = concat(ascii('kulkul/v1/promise'), u8(0), fixed(leaf, 32), u32(hourDue));
  return verifies(ed25519, promise, log.ed25519) && quantumSafe(mldsa44, promise, log.mldsa44);
}
