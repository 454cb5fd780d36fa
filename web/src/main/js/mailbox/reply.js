// An answer of the reporter: sealed in this browser for those who may read the report, and for nobody else.
import { Kind, Type, base64url, hex, random, readers, signSubmission, subject, unhex } from '../crypto/index.js';
import { listOf } from '../channel/channel.js';
import { parts, sealText } from '../channel/sealing.js';
import { postJson } from '../page/requests.js';
import { Told } from '../page/texts.js';

const OUTCOME_SIZE = 1024;

/** Seals a text as one message or several; ready to be sent, and to be sent again. */
export async function sealReply(text, { notice, report, lists }, keys) {
  const list = listOf(lists, report.list);
  const people = readers(list, report.group).filter(({ person }) => notice.readers.includes(hex(person)));
  if (people.length === 0) throw new Told('recipients');
  const publicKeys = people.map(({ xwing }) => xwing);
  const items = [];
  let prev = unhex(notice.last);
  const seen = notice.seen ? unhex(notice.seen) : new Uint8Array(32);
  for (const body of parts(text)) {
    const place = { context: contextOf(report, list, notice.nextSeq + items.length), manifestDigest: list.digest, group: report.group };
    const item = await sealText(place, { prev, seen, type: Type.MESSAGE, body }, keys.sign, publicKeys);
    items.push(item);
    prev = item.digest;
  }
  const signature = signSubmission(keys.sign, subject(items.map(({ header }) => header)));
  return { lookup: base64url(keys.lookup), items: items.map(({ wire }) => wire), signature: base64url(signature) };
}

const contextOf = ({ context }, list, seq) => ({
  kind: Kind.MSG_TO_TEAM,
  tenant: list.tenant,
  scope: list.scope,
  aggregate: context.aggregate,
  item: random(16),
  epoch: list.epoch,
  seq,
});

/** How it ended, as one of the codes that fit; the same bytes may be sent again. */
export async function sendReply(sealed, fits) {
  return (await postJson('/kotak/tersegel', sealed, fits, OUTCOME_SIZE)).code;
}
