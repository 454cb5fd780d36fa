// One page of a mailbox: four slots of 8 KiB, in which items and noise look alike to everybody without the receipt.
import {
  HEADER_SIZE,
  Kind,
  STANZA_SIZE,
  Type,
  commitmentOf,
  decodeHeader,
  decodeInner,
  decodeStanza,
  hex,
  isZero,
  itemDigest,
  keyId,
  logKeys,
  namesBlob,
  open,
  openStanza,
  readers,
  same,
  text,
  unpad,
  verifyInner,
} from '../crypto/index.js';
import { listOf } from '../channel/channel.js';

const SLOT = 8192;

/** A page that holds nothing at all is a server that was too busy. */
export const isBusy = page => isZero(page);

/** What the slots of a page hold for this receipt and its report, newest first; a slot of noise gives nothing. */
export async function contentsOf(page, keys, lists, report) {
  const found = [];
  for (let at = 0; at < page.length; at += SLOT) {
    const item = itemIn(page.subarray(at, at + SLOT));
    if (item) found.push(await opened(item, keys, lists, report));
  }
  return found;
}

function itemIn(slot) {
  try {
    const encoded = slot.slice(0, HEADER_SIZE);
    const header = decodeHeader(encoded);
    const end = HEADER_SIZE + header.ctLen;
    if (end + STANZA_SIZE > SLOT) return undefined;
    return { header, digest: itemDigest(encoded), blob: slot.slice(HEADER_SIZE, end), stanza: slot.slice(end, end + STANZA_SIZE) };
  } catch {
    return undefined;
  }
}

/** A notice or a message whose writer is certain; anything else is `flag`ged and shows no word of itself. */
async function opened({ header, digest, blob, stanza }, keys, lists, report) {
  const place = { header, digest: hex(digest) };
  try {
    if (header.context.kind !== Kind.MSG_TO_REPORTER || !same(decodeStanza(stanza).id, keyId(keys.xwingPublic))) {
      return { ...place, flag: 'broken' };
    }
    if (!namesBlob(header, blob) || !same(header.commitment, commitmentOf(blob))) return { ...place, flag: 'broken' };
    const dek = await openStanza(keys.xwing, header.context, header.commitment, stanza);
    const inner = decodeInner(unpad(header.context.kind, await open(header.context, dek, blob)));
    dek.fill(0);
    const list = listOf(lists, hex(header.manifestDigest));
    const signer = signerOf(inner, header, list, report);
    const true_ = signer && same(header.context.tenant, list.tenant) && same(header.context.scope, list.scope);
    if (!true_ || !verifyInner(inner, header.context, header.manifestDigest, signer)) return { ...place, flag: 'forged' };
    return { ...place, inner, notice: inner.type === Type.NOTICE ? JSON.parse(text(inner.body)) : undefined };
  } catch {
    return { ...place, flag: 'broken' };
  }
}

/** The log's key signs notices, those whom the report was sealed for sign messages under its list and group; neither can write the other. */
function signerOf(inner, { group }, list, report) {
  if (inner.type === Type.NOTICE) return logKeys(list.policy, 'wbs').ed25519;
  if (inner.type !== Type.MESSAGE || report?.list !== hex(list.digest) || report.group !== group) return undefined;
  return readers(list, group).find(({ ed25519 }) => same(keyId(ed25519), inner.signer))?.ed25519;
}

/** What is wrong with the place of a message among all that are loaded, newest first: one that its writer wrote before it is missing or comes later. */
export function misplaced(messages, i, complete) {
  const { inner } = messages[i];
  if (isZero(inner.prev)) return undefined;
  const before = hex(inner.prev);
  const at = messages.findIndex(({ digest }) => digest === before);
  if (at < 0) return complete ? 'dropped' : undefined;
  const between = messages.slice(i + 1, at).some(other => other.inner && same(other.inner.signer, inner.signer));
  return at < i || between ? 'reordered' : undefined;
}
