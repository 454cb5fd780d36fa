// One delivered item: what the server sent is believed only as far as digests, keys and signatures reach.
import {
  HEADER_SIZE,
  Kind,
  Reader,
  STANZA_SIZE,
  Type,
  commitmentOf,
  decodeHeader,
  decodeInner,
  decodeStanza,
  fixed,
  hex,
  itemDigest,
  keyId,
  namesBlob,
  open,
  openStanza,
  readers,
  same,
  text,
  unhex,
  unpad,
  verifyInner,
} from '../crypto/index.js';
import { recipientsOf } from './recipients.js';
import { Told } from '../page/texts.js';

const FRONT = 2 + HEADER_SIZE + STANZA_SIZE;

/** Checks the front of a delivery, u16 length, header and stanza, against what the page said it would be. */
export function front(bytes, expected) {
  return attempt(() => {
    const from = new Reader(bytes);
    const encoded = from.take(from.u16());
    const header = decodeHeader(encoded);
    const digest = itemDigest(encoded);
    if (!same(digest, unhex(expected.digest))) throw new RangeError('another item');
    return { header, digest, stanza: from.take(STANZA_SIZE), blob: from.rest() };
  });
}

/** The item belongs to this case, this place and this organisation, or it was moved here. */
export function inPlace({ context }, expected, keys) {
  const here =
    same(context.tenant, keys.tenant) &&
    same(context.aggregate, unhex(expected.report)) &&
    same(context.item, unhex(expected.item)) &&
    context.kind === expected.kind;
  if (!here) throw new Told('moved');
}

/** The item's own data key, by the private key that its stanza names. */
export async function dataKey(header, stanza, keys) {
  const { id } = attempt(() => decodeStanza(stanza));
  const own = keys.xwing.find(({ publicKey }) => same(keyId(publicKey), id));
  if (!own) throw new Told('notForYou');
  try {
    return await openStanza(own.seed, header.context, header.commitment, stanza);
  } catch {
    throw new Told('broken');
  }
}

/** Opens a text whose whole delivery is given; a `Told` says what is wrong with it. */
export async function openText(bytes, expected, keys) {
  if (bytes.length < FRONT) throw new Told('cut');
  const { header, digest, stanza, blob } = front(bytes, expected);
  inPlace(header, expected, keys);
  if (blob.length < header.ctLen) throw new Told('cut');
  if (!namesBlob(header, blob) || !same(header.commitment, commitmentOf(blob))) throw new Told('broken');
  const dek = await dataKey(header, stanza, keys);
  const inner = await decrypted(header, dek, blob);
  const sender = await senderOf({ header, inner }, expected);
  if (!sender || !verifyInner(inner, header.context, header.manifestDigest, sender.key)) throw new Told('forged');
  return { header, digest, inner, sender };
}

/** The blob is the one that the header names: a data key that does not open it is the sender's doing. */
async function decrypted(header, dek, blob) {
  try {
    const padded = await open(header.context, dek, blob);
    return decodeInner(unpad(header.context.kind, padded));
  } catch {
    throw new Told('inconsistent');
  } finally {
    dek.fill(0);
  }
}

/** The reporter's key is the page's word until a report is open, and that report's from then on; a colleague is one of those whom that report was sealed for. */
async function senderOf({ header, inner }, { kind, reporterKey, opened }) {
  if (!isOffices(kind)) return { key: opened?.signer ?? fixed(unhex(reporterKey), 32) };
  if (hex(header.manifestDigest) !== opened.list || header.group !== opened.group) return undefined;
  const colleagues = readers(await recipientsOf(opened.list), opened.group);
  const colleague = colleagues.find(({ ed25519 }) => same(keyId(ed25519), inner.signer));
  return colleague && { key: colleague.ed25519, person: hex(colleague.person) };
}

const isOffices = kind => kind === Kind.MSG_TO_REPORTER || kind === Kind.INTERNAL_NOTE;

/** Whether somebody else of the circle signed what the page says this person wrote. */
export const hasOtherWriter = ({ sender }, { kind, writer }) => isOffices(kind) && sender.person !== writer;

function attempt(work) {
  try {
    return work();
  } catch {
    throw new Told('broken');
  }
}

/** The files that come with an answer. */
function listed({ v, attachments }) {
  if (v !== 1) throw new RangeError('no list');
  return attachments;
}

/** What a person reads: the text of a report with its list of files, the text of a message, or the list of the files of an answer. */
export function readable({ header, inner }) {
  return attempt(() => {
    const { kind } = header.context;
    const report = kind === Kind.REPORT_BODY;
    const lists = kind === Kind.MSG_TO_TEAM && inner.type === Type.FILES;
    if (inner.type !== (report ? Type.REPORT : Type.MESSAGE) && !lists) throw new RangeError('another type');
    const words = text(inner.body);
    if (lists) return { files: listed(JSON.parse(words)) };
    if (!report) return { text: words, files: [] };
    const read = JSON.parse(words);
    if (read.v !== 1 || typeof read.text !== 'string') throw new RangeError('no report');
    return { text: read.text, files: read.attachments ?? [], replyKey: read.replyKey };
  });
}
