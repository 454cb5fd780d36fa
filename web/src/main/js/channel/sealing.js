// One item on its way: sealed, wrapped for its readers, and described by the header that history keeps.
import {
  ALL_HOLDERS,
  Kind,
  Wrap,
  ascii,
  base64url,
  bucket,
  commitmentOf,
  concat,
  deal,
  encodeHeader,
  encodeInner,
  itemDigest,
  pad,
  random,
  seal,
  sealToAll,
  sealedChunks,
  sha256,
  stanzasDigest,
} from '../crypto/index.js';
import { Told } from '../page/texts.js';
import { measured } from './measured.js';

/** Bytes of text that fit one message. */
export const ROOM = 6143 - 155;
const GATHERED = 4 * 1024 * 1024;

/**
 * Seals a signed text for each of the public keys. `place` is its context and the list and group it is sealed under
 * ({ context, manifestDigest, group }); `draft` is { prev, seen, type, body }. Gives its context, digest, header and the form in which it travels.
 */
export async function sealText({ context, manifestDigest, group }, draft, signSeed, publicKeys) {
  const dek = random(32);
  const blob = await seal(context, dek, pad(context.kind, encodeInner(context, manifestDigest, signSeed, draft)));
  const stanzas = await sealToAll(publicKeys, context, commitmentOf(blob), dek);
  dek.fill(0);
  return described({ context, wrap: Wrap.DIRECT, manifestDigest, group, m: 0, shareCommits: [] }, facts(blob), stanzas, blob);
}

/** Seals a text so that it takes `m` of the holders, in the list's order, to open it. */
export async function sealShared({ context, manifestDigest }, draft, signSeed, m, holderKeys) {
  const [dek, dealSeed] = [random(32), random(32)];
  const body = concat(dealSeed, draft.body);
  const blob = await seal(context, dek, pad(context.kind, encodeInner(context, manifestDigest, signSeed, { ...draft, body })));
  const { commits, stanzas } = await deal(context, dek, dealSeed, m, holderKeys);
  [dek, dealSeed, body].forEach(secret => secret.fill(0));
  const header = { context, wrap: Wrap.THRESHOLD, manifestDigest, group: ALL_HOLDERS, m, shareCommits: commits };
  return described(header, facts(blob), stanzas, blob);
}

/** Seals a file 16 KiB at a time; gives the item, its ciphertext as a Blob, and what the signed report says about the file. */
export async function sealFile({ context, manifestDigest, group }, file, publicKeys, progress) {
  const dek = random(32);
  const plain = measured(file.stream());
  const sealed = measured(sealedChunks(context, dek, padded(file, plain, progress)));
  const { front, ciphertext } = await gathered(sealed.chunks);
  const commitment = commitmentOf(front);
  const stanzas = await sealToAll(publicKeys, context, commitment, dek);
  dek.fill(0);
  const ctFacts = { ctLen: sealed.size, ctSha256: sealed.digest(), commitment };
  const item = described({ context, wrap: Wrap.DIRECT, manifestDigest, group, m: 0, shareCommits: [] }, ctFacts, stanzas);
  return { ...item, ciphertext, ctSha256: ctFacts.ctSha256, plain: { size: plain.size, sha256: plain.digest() } };
}

const facts = blob => ({ ctLen: blob.length, ctSha256: sha256(blob), commitment: commitmentOf(blob) });

function described(about, { ctLen, ctSha256, commitment }, stanzas, blob) {
  const header = encodeHeader({
    ...about,
    ctLen,
    ctSha256,
    commitment,
    stanzaCount: stanzas.length,
    stanzasSha256: stanzasDigest(stanzas),
    origin: 0,
  });
  const wire = { header: base64url(header), stanzas: base64url(concat(...stanzas)) };
  if (blob) wire.blob = base64url(blob);
  return { header, context: about.context, digest: itemDigest(header), wire };
}

/** The file, the mark, and zeros up to its bucket; a file that changed its size under way is no file. */
async function* padded({ name, size }, plain, progress) {
  const room = bucket(Kind.ATTACHMENT, size);
  try {
    for await (const chunk of plain.chunks) {
      yield chunk;
      progress(chunk.length);
    }
  } catch (failure) {
    console.error(failure);
    throw new Told('fileUnreadable', { name });
  }
  if (plain.size !== size) throw new Told('fileUnreadable', { name });
  yield Uint8Array.of(0x80);
  const zeros = new Uint8Array(65536);
  for (let left = room - size - 1; left > 0; left -= zeros.length) yield zeros.subarray(0, Math.min(left, zeros.length));
}

/** Ciphertext in pieces that the browser may lay on disk: it is sealed. */
async function gathered(chunks) {
  const blobs = [];
  let held = [];
  let size = 0;
  let front;
  for await (const chunk of chunks) {
    front ??= chunk;
    held.push(chunk);
    size += chunk.length;
    if (size < GATHERED) continue;
    blobs.push(new Blob(held));
    [held, size] = [[], 0];
  }
  return { front, ciphertext: new Blob([...blobs, ...held], { type: 'application/octet-stream' }) };
}

/** A text in pieces that fit one message, cut between words where it can be. */
export function parts(text) {
  const bytes = ascii(text);
  const pieces = [];
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + ROOM, bytes.length);
    const cut = end === bytes.length ? end : breakBefore(bytes, at, end);
    pieces.push(bytes.slice(at, cut));
    at = cut;
  }
  return pieces;
}

function breakBefore(bytes, at, end) {
  for (let cut = end; cut > end - 400 && cut > at; cut--) if (bytes[cut - 1] === 0x20 || bytes[cut - 1] === 0x0a) return cut;
  let cut = end;
  while ((bytes[cut] & 0xc0) === 0x80) cut--;
  return cut;
}
