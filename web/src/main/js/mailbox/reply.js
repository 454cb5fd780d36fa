// An answer of the reporter: sealed in this browser for those who may read the report, and for nobody else.
import { Kind, Type, ascii, base64url, hex, random, readers, signSubmission, subject, unhex } from '../crypto/index.js';
import { listOf } from '../channel/channel.js';
import { listing, sendFiles } from '../channel/files.js';
import { parts, sealFile, sealText } from '../channel/sealing.js';
import { postJson } from '../page/requests.js';
import { Told } from '../page/texts.js';

const OUTCOME_SIZE = 1024;

/**
 * Seals a text as one message or several, and its files behind a message that lists them; ready to be sent, and to be sent again.
 * `progress` is told how many bytes of the files are sealed.
 */
export async function sealReply({ text, files: chosen }, { notice, report, lists }, keys, progress) {
  const list = listOf(lists, report.list);
  const people = readers(list, report.group).filter(({ person }) => notice.readers.includes(hex(person)));
  if (people.length === 0) throw new Told('recipients');
  const publicKeys = people.map(({ xwing }) => xwing);
  const place = (kind, at) => ({ context: contextOf(report, list, kind, notice.nextSeq + at), manifestDigest: list.digest, group: report.group });
  const texts = parts(text).map(body => ({ type: Type.MESSAGE, body }));
  const files = [];
  for (const file of chosen) files.push(await sealFile(place(Kind.ATTACHMENT, texts.length + 1 + files.length), file, publicKeys, progress));
  if (files.length > 0) texts.push({ type: Type.FILES, body: ascii(JSON.stringify({ v: 1, attachments: listing(files, chosen) })) });
  const messages = [];
  let prev = unhex(notice.last);
  const seen = notice.seen ? unhex(notice.seen) : new Uint8Array(32);
  for (const draft of texts) {
    const message = await sealText(place(Kind.MSG_TO_TEAM, messages.length), { prev, seen, ...draft }, keys.sign, publicKeys);
    messages.push(message);
    prev = message.digest;
  }
  const items = [...messages, ...files];
  const signature = signSubmission(keys.sign, subject(items.map(({ header }) => header)));
  return { files, answer: { lookup: base64url(keys.lookup), items: items.map(({ wire }) => wire), signature: base64url(signature) } };
}

const contextOf = ({ context }, list, kind, seq) => ({
  kind,
  tenant: list.tenant,
  scope: list.scope,
  aggregate: context.aggregate,
  item: random(16),
  epoch: list.epoch,
  seq,
});

/** Sends the files, then the answer; how it ended, as one of the codes that fit. The same bytes may be sent again. */
export async function sendReply({ files, answer }, fits, progress) {
  await sendFiles('/kotak/berkas', files, progress);
  return (await postJson('/kotak/tersegel', answer, fits, OUTCOME_SIZE)).code;
}
