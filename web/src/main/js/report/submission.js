// A report on its way from this browser: sealed here for the readers that the form leaves, so that the server never sees a word of it.
import {
  Kind,
  Role,
  SUBMITTED,
  Type,
  ascii,
  base64url,
  caseId,
  decodeLeaf,
  hex,
  holders,
  keyId,
  leafHash,
  logKeys,
  newReceipt,
  promised,
  random,
  readers,
  receiptKeys,
  same,
  signSubmission,
  subject,
  unbase64url,
} from '../crypto/index.js';
import { isNear } from '../channel/device.js';
import { listing, sendFiles } from '../channel/files.js';
import { groupWithout } from '../channel/lists.js';
import { sealFile, sealShared, sealText } from '../channel/sealing.js';
import { record } from '../page/answers.js';
import { postJson } from '../page/requests.js';
import { Told } from '../page/texts.js';

const NOTHING_BEFORE = { prev: new Uint8Array(32), seen: new Uint8Array(32) };

/** Seals a report for the list in force; `progress` is told how many bytes of the files are sealed. */
export async function seal(report, list, progress) {
  const group = groupWithout(list, report.excluded, report.headInvolved);
  const people = group === undefined ? [] : readers(list, group);
  if (people.length === 0) throw new Told('noReaderLeft');
  const mk = newReceipt();
  const keys = receiptKeys(mk);
  const nonce = random(16);
  const id = caseId(list.tenant, keys, nonce);
  const place = placeIn(id, list, group);
  const publicKeys = people.map(({ xwing }) => xwing);
  const files = [];
  for (const file of report.files) {
    files.push(await sealFile(place(Kind.ATTACHMENT, files.length + 1), file, publicKeys, progress));
  }
  const body = await sealText(place(Kind.REPORT_BODY, 0), draft(Type.REPORT, bodyOf(report, files, keys)), keys.sign, publicKeys);
  const items = [body, ...files];
  if (report.identity) items.push(await identityOf(report.identity, place(Kind.IDENTITY, items.length), list, keys));
  return { mk, files, headers: items.map(({ header }) => header), message: messageOf(report, { id, nonce }, items, keys) };
}

const placeIn = (id, list, group) => (kind, seq) => ({
  context: { kind, tenant: list.tenant, scope: list.scope, aggregate: id, item: random(16), epoch: list.epoch, seq },
  manifestDigest: list.digest,
  group,
});

const draft = (type, value) => ({ ...NOTHING_BEFORE, type, body: ascii(JSON.stringify(value)) });

/** The key that answers are sealed to stands inside the seal, where the server cannot put another. */
const bodyOf = ({ category, text, files: chosen }, sealed, keys) => ({
  v: 1,
  category,
  text,
  attachments: listing(sealed, chosen),
  replyKey: hex(keyId(keys.xwingPublic)),
});

function identityOf(identity, place, list, keys) {
  const custodians = holders(list).map(({ xwing }) => xwing);
  if (!list.members.some(({ role }) => role === Role.CUSTODIAN)) throw new Told('recipients');
  return sealShared(place, draft(Type.IDENTITY, identity), keys.sign, list.m, custodians);
}

function messageOf(report, { id, nonce }, items, keys) {
  const signature = signSubmission(keys.sign, subject(items.map(({ header }) => header)));
  return {
    report: hex(id),
    nonce: hex(nonce),
    category: report.category,
    exclude: [...report.excluded, ...(report.headInvolved ? ['head'] : [])],
    items: items.map(({ wire }) => wire),
    lookup: base64url(keys.lookup),
    sealing: base64url(keys.xwingPublic),
    signing: base64url(keys.signPublic),
    signature: base64url(signature),
  };
}

/** Sends a sealed report, files first; the same bytes may be sent again after a failure. Gives the checked promise. */
export async function send(sealed, list, progress) {
  await sendFiles('/lapor/berkas', sealed.files, progress);
  const said = await answerTo(sealed.message);
  const { promise, acknowledged, answered } = said;
  return { promise, acknowledged, answered, ...checked(said, sealed, list) };
}

/** The server said that it takes no report now, before it did anything with this one. */
const NOT_NOW = 'report/not-now-';

const LEAF_SIZE = 135;
const PROMISE_SIZE = 32 + 4 + 64 + 2420;

const decodesTo = size => value => unbase64url(value).length === size;
const isDay = value => /^\d{4}-\d{2}-\d{2}$/.test(value);
const isAcknowledgement = record({
  leaf: decodesTo(LEAF_SIZE),
  promise: decodesTo(PROMISE_SIZE),
  acknowledged: isDay,
  answered: isDay,
});

/** Once it has left, only a refusal of ours tells that the report was not received; every other failure is `unanswered`. */
async function answerTo(message) {
  try {
    return await postJson('/lapor/tersegel', message, isAcknowledgement);
  } catch (failure) {
    throw Object.assign(failure, { unanswered: !(failure.status < 500 || failure.code?.startsWith(NOT_NOW)) });
  }
}

/**
 * Whether the server promised, with both keys of the log that the root's policy names, to show exactly this report in its history, and by
 * which hour; a promise `far` from now is an empty one, however well it is signed.
 */
function checked({ leaf, promise }, { headers, message }, list) {
  try {
    const bytes = unbase64url(leaf);
    const said = decodeLeaf(bytes);
    const about =
      said.aggregateType === SUBMITTED.aggregateType &&
      said.eventType === SUBMITTED.eventType &&
      said.sequence === 0 &&
      hex(said.aggregate) === message.report &&
      same(said.tenant, list.tenant) &&
      same(said.subject, subject(headers));
    const hourDue = about ? promisedBy(unbase64url(promise), leafHash(bytes), list.policy) : undefined;
    if (hourDue === undefined) return { holds: false };
    return { holds: isNear(hourDue), far: !isNear(hourDue), hourDue };
  } catch {
    return { holds: false };
  }
}

/** The hour of a promise that both keys signed for this leaf. */
function promisedBy(promise, leaf, policy) {
  const hourDue = new DataView(promise.buffer, promise.byteOffset).getUint32(32);
  const parts = { leaf, hourDue, ed25519: promise.slice(36, 100), mldsa44: promise.slice(100) };
  return same(promise.slice(0, 32), leaf) && promised(parts, logKeys(policy, 'wbs')) ? hourDue : undefined;
}

/** The receipt's own bytes are wiped once it has been shown. */
export const forget = sealed => sealed?.mk.fill(0);
