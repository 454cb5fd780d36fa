// A message to the reporter: sealed once, readable by the reporter and by every colleague of the case's group.
import {
  Kind,
  Type,
  Wrap,
  ascii,
  base64url,
  commitmentOf,
  concat,
  encodeHeader,
  encodeInner,
  fixed,
  itemDigest,
  pad,
  random,
  readers,
  same,
  seal,
  sealToAll,
  sha256,
  stanzasDigest,
  unhex,
} from '../crypto/index.js';
import { Told } from './texts.js';

const ROOM = 6143 - 155;

/** Whether the people are those of the form's group, with the sender among them; nothing is sealed otherwise. */
export function audience(form, manifest, keys) {
  const group = readers(manifest, Number(form.group));
  const fits =
    manifest.epoch === Number(form.epoch) &&
    same(manifest.tenant, keys.tenant) &&
    same(manifest.scope, unhex(form.scope)) &&
    group.some(({ ed25519, person }) => same(ed25519, keys.signPublic) && same(person, keys.person));
  if (!fits) throw new Told('recipients');
  return [...group.map(({ xwing }) => xwing), fixed(unhex(form.reporterXwingPk), 1216)];
}

/** Seals the text as one message, or as several where it is long; ready to be sent. */
export async function sealMessages(form, text, publicKeys, keys) {
  const items = [];
  let prev = unhex(form.prev);
  let seq = Number(form.nextSeq);
  for (const body of parts(text)) {
    const { digest, item } = await sealMessage(form, { seq: seq++, prev, body }, publicKeys, keys);
    items.push(item);
    prev = digest;
  }
  return items;
}

async function sealMessage(form, { seq, prev, body }, publicKeys, keys) {
  const context = {
    kind: Kind.MSG_TO_REPORTER,
    tenant: keys.tenant,
    scope: unhex(form.scope),
    aggregate: unhex(form.report),
    item: random(16),
    epoch: Number(form.epoch),
    seq,
  };
  const manifestDigest = unhex(form.manifestDigest);
  const draft = { prev, seen: unhex(form.seen), type: Type.MESSAGE, body };
  const inner = encodeInner(context, manifestDigest, keys.sign, draft);
  const dek = random(32);
  const blob = await seal(context, dek, pad(context.kind, inner));
  const stanzas = await sealToAll(publicKeys, context, commitmentOf(blob), dek);
  dek.fill(0);
  const header = encodeHeader({
    context,
    wrap: Wrap.DIRECT,
    manifestDigest,
    group: Number(form.group),
    ctLen: blob.length,
    ctSha256: sha256(blob),
    commitment: commitmentOf(blob),
    m: 0,
    shareCommits: [],
    stanzaCount: stanzas.length,
    stanzasSha256: stanzasDigest(stanzas),
    origin: 0,
  });
  const item = { header: base64url(header), stanzas: base64url(concat(...stanzas)), blob: base64url(blob) };
  return { digest: itemDigest(header), item };
}

/** The text in pieces that fit, cut between words where it can be. */
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

