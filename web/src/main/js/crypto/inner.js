// What lies inside a seal: the text with its place in the conversation, signed by its sender.
import { ed25519 } from '@noble/curves/ed25519.js';
import { Reader, ascii, concat, fixed, isZero, same, sha256, u16, u32, u8 } from './bytes.js';
import { Kind, encodeContext } from './context.js';
import { OpenFailed } from './failures.js';
import { keyId } from './stanza.js';

export const Type = Object.freeze({ REPORT: 1, MESSAGE: 2, IDENTITY: 3, FILES: 4, NOTICE: 0x8000 });

const CHAINED = [Kind.REPORT_BODY, Kind.MSG_TO_REPORTER, Kind.MSG_TO_TEAM];

const signed = (context, manifestDigest, fields) =>
  concat(ascii('kulkul/v1/sender'), u8(0), encodeContext(context), fixed(manifestDigest, 32), sha256(fields));

/** The signed plaintext; `prev` is the sender's own last item, `seen` the newest of the other side, zero for none. */
export function encodeInner(context, manifestDigest, signSeed, { prev, seen, type, body }) {
  const fields = concat(
    u8(1),
    keyId(ed25519.getPublicKey(signSeed)),
    u32(context.seq),
    fixed(prev, 32),
    fixed(seen, 32),
    u16(type),
    u32(body.length),
    body,
  );
  return concat(fields, ed25519.sign(signed(context, manifestDigest, fields), signSeed));
}

/** The plaintext's parts; OpenFailed where it is irregular. Nothing in it is true before `verifyInner` says so. */
export function decodeInner(bytes) {
  try {
    const from = new Reader(bytes);
    from.expect(u8(1));
    const inner = { signer: from.take(16), seq: from.u32(), prev: from.take(32), seen: from.take(32), type: from.u16() };
    inner.body = from.take(from.u32());
    inner.fields = bytes.slice(0, bytes.length - 64);
    inner.signature = from.take(64);
    from.end();
    return inner;
  } catch {
    throw new OpenFailed();
  }
}

/** Whether the holder of this Ed25519 key wrote it, for this context and this list of recipients. */
export function verifyInner(inner, context, manifestDigest, publicKey) {
  const chained = CHAINED.includes(context.kind) || (isZero(inner.prev) && isZero(inner.seen));
  const named = same(inner.signer, keyId(publicKey)) && inner.seq === context.seq;
  return chained && named && verifies(inner.signature, signed(context, manifestDigest, inner.fields), publicKey);
}

/** RFC 8032 verification; encodings and keys that ZIP 215 would let pass are refused. */
export function verifies(signature, message, publicKey) {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** The signature of a submission or follow-up over its subject. */
export const signSubmission = (signSeed, subject) =>
  ed25519.sign(concat(ascii('kulkul/v1/submit'), u8(0), fixed(subject, 32)), signSeed);
