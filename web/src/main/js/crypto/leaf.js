// The leaf of one stored event: a pure function of what the store holds.
import { Reader, ascii, concat, fixed, labelled, sha256, u16, u32, u64, u8 } from './bytes.js';
import { Refused } from './failures.js';

const LABEL = ascii('KULLEAF1');

/** Type and event of a report's submission, as its leaf names them. */
export const SUBMITTED = Object.freeze({ aggregateType: 1, eventType: 20 });

/** 135 bytes. */
export const encodeLeaf = leaf =>
  concat(
    LABEL,
    fixed(leaf.tenant, 16),
    u8(leaf.aggregateType),
    fixed(leaf.aggregate, 16),
    u64(leaf.sequence),
    u16(leaf.eventType),
    u32(leaf.hour),
    fixed(leaf.salt, 16),
    fixed(leaf.payloadSha256, 32),
    fixed(leaf.subject, 32),
  );

export function decodeLeaf(bytes) {
  try {
    const from = new Reader(fixed(bytes, 135));
    from.expect(LABEL);
    return {
      tenant: from.take(16),
      aggregateType: from.u8(),
      aggregate: from.take(16),
      sequence: from.u64(),
      eventType: from.u16(),
      hour: from.u32(),
      salt: from.take(16),
      payloadSha256: from.take(32),
      subject: from.take(32),
    };
  } catch {
    throw new Refused('BAD_LEAF');
  }
}

/** What a leaf says about the event's bytes as they are stored. */
export const payloadDigest = (meta, payload) =>
  labelled(
    'kulkul/v1/event',
    fixed(meta.eventId, 16),
    u8(meta.aggregateType),
    fixed(meta.aggregate, 16),
    u64(meta.sequence),
    u16(meta.eventType),
    u16(meta.revision),
    fixed(meta.actor, 16),
    u64(meta.timeMillis),
    u32(payload.length),
    payload,
  );

/** The i-th leaf that fills a checkpoint up and says nothing. */
export const paddingLeaf = (seed, i) => sha256(u8(0), ascii('KULPAD01'), fixed(seed, 16), u32(i));
