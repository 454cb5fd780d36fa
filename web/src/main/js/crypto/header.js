// The public face of one sealed item: everything a stranger may check without a key.
import { Reader, ascii, concat, fixed, labelled, same, sha256, u16, u64, u8 } from './bytes.js';
import { decodeContext, encodeContext } from './context.js';
import { OpenFailed } from './failures.js';

const MAGIC = ascii('KULI');

export const Wrap = Object.freeze({ NONE: 0, DIRECT: 1, THRESHOLD: 2 });

/** Bytes of a header without share commitments. */
export const HEADER_SIZE = 232;

/** {@link HEADER_SIZE} bytes, and 32 more for each share commitment. */
export function encodeHeader(header) {
  const { context, wrap, manifestDigest, group, ctLen, ctSha256, commitment, m, shareCommits } = header;
  return concat(
    MAGIC,
    u8(1),
    encodeContext(context),
    u16(1),
    u16(wrap),
    fixed(manifestDigest, 32),
    u8(group),
    u64(ctLen),
    fixed(ctSha256, 32),
    fixed(commitment, 32),
    u8(m),
    u8(shareCommits.length),
    ...shareCommits.map(commit => fixed(commit, 32)),
    u16(header.stanzaCount),
    fixed(header.stanzasSha256, 32),
    u8(header.origin),
  );
}

/** The header that the bytes hold; OpenFailed on any irregularity or unknown number. */
export function decodeHeader(bytes) {
  try {
    return checked(read(new Reader(bytes)));
  } catch {
    throw new OpenFailed();
  }
}

function read(from) {
  from.expect(MAGIC);
  from.expect(u8(1));
  const context = decodeContext(from.take(81));
  from.expect(u16(1));
  const header = {
    context,
    wrap: from.u16(),
    manifestDigest: from.take(32),
    group: from.u8(),
    ctLen: from.u64(),
    ctSha256: from.take(32),
    commitment: from.take(32),
    m: from.u8(),
    shareCommits: [],
  };
  for (let n = from.u8(); n > 0; n--) header.shareCommits.push(from.take(32));
  header.stanzaCount = from.u16();
  header.stanzasSha256 = from.take(32);
  header.origin = from.u8();
  from.end();
  return header;
}

function checked(header) {
  const n = header.shareCommits.length;
  const fits = {
    [Wrap.NONE]: () => header.m === 0 && n === 0 && header.stanzaCount === 0,
    [Wrap.DIRECT]: () => header.m === 0 && n === 0 && header.stanzaCount > 0,
    [Wrap.THRESHOLD]: () => header.m >= 2 && header.m <= n && header.stanzaCount === n,
  }[header.wrap];
  if (!fits?.() || header.origin > 3) throw new RangeError('irregular header');
  return header;
}

export const itemDigest = headerBytes => labelled('kulkul/v1/item', headerBytes);

/** The one digest of what a submission holds; the headers are in submission order. */
export const subject = headers =>
  labelled('kulkul/v1/items', u16(headers.length), ...headers.map(header => itemDigest(header)));

/** Whether the blob is the one that the header names. */
export const namesBlob = (header, blob) => header.ctLen === blob.length && same(header.ctSha256, sha256(blob));
