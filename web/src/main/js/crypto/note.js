// Checkpoints as C2SP signed notes, and the policy that says whose signatures count.
import { Reader, ascii, concat, fixed, hex, order, sha256, text as decoded, u64, u8, unbase64 } from './bytes.js';
import { Refused } from './failures.js';
import { verifies } from './inner.js';
import { quantumSafe } from './manifest.js';

const ED25519 = 0x01;
const TIMED_ED25519 = 0x04;
const ML_DSA_44 = 0x06;
const KEY_SIZES = { [ED25519]: 32, [TIMED_ED25519]: 32, [ML_DSA_44]: 1312 };
const VKEY = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/;
const ORIGIN = /^(kulkul\/[0-9a-f]{32}\/(?:wbs|bids|open))(?:\/([2-9]|[1-9][0-9]{1,5}))?$/;
const LIST = /^list ([0-9a-f]{32}) ([0-9a-f]{64})$/;
const OVER_LISTS = /^mldsa44 ([A-Za-z0-9+/]+={0,2})$/;
const LINE = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;

/** A signer's name, type and key from the text form `name+id+key`. */
export function parseKey(vkey) {
  const [, name, id, key] = VKEY.exec(vkey) ?? [];
  if (!name) throw new Refused('BAD_SIGNER');
  const bytes = unbase64(key);
  const signer = { name, type: bytes[0], publicKey: bytes.slice(1) };
  const sized = signer.publicKey.length === KEY_SIZES[signer.type];
  if (!sized || id !== hex(signerId(signer))) throw new Refused('BAD_SIGNER');
  return signer;
}

const signerId = ({ name, type, publicKey }) => sha256(ascii(`${name}\n`), u8(type), publicKey).slice(0, 4);

/** The note's text and signature lines; nothing is verified yet. */
export function parseNote(note) {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(note)) throw new Refused('BAD_NOTE');
  const lines = note.slice(end + 2, -1).split('\n').map(line => LINE.exec(line));
  if (lines.includes(null) || lines.length > 64) throw new Refused('BAD_NOTE');
  const signatures = lines.map(([, name, encoded]) => {
    const bytes = unbase64(encoded);
    return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
  });
  return { text: note.slice(0, end + 1), signatures };
}

/** A checkpoint; `lists` are the digests (hex) of the lists in force by their channel (hex), where the open log names any. */
export function parseCheckpoint(note) {
  const { text, signatures } = parseNote(note);
  const [origin, size, root, ...rest] = text.split('\n');
  const whole = rest.pop() === '' && /^(0|[1-9][0-9]{0,15})$/.test(size) && origin !== '';
  if (!whole) throw new Refused('BAD_CHECKPOINT');
  const plain = { text, signatures, origin, size: Number(size), root: fixed(unbase64(root), 32), lists: new Map() };
  return rest.length === 0 ? plain : { ...plain, ...parseLists(origin, rest) };
}

/** One line for each channel in the order of their digits, and the ML-DSA-44 signature of the log over all above it. */
function parseLists(origin, lines) {
  const [, signature] = OVER_LISTS.exec(lines.pop()) ?? [];
  const named = lines.map(line => LIST.exec(line));
  const ordered = named.every((line, i) => line !== null && (i === 0 || named[i - 1][1] < line[1]));
  const open = ORIGIN.exec(origin)?.[1].endsWith('/open') === true;
  if (!open || !signature || named.length === 0 || !ordered) throw new Refused('BAD_CHECKPOINT');
  return { lists: new Map(named.map(([, channel, list]) => [channel, list])), overLists: fixed(unbase64(signature), 2420) };
}

/** What that signature covers, which C2SP's own statement about a tree leaves out. */
function aboutLists({ text }) {
  return concat(ascii('kulkul/v1/lists-in-force'), u8(0), ascii(text.slice(0, text.lastIndexOf('mldsa44 '))));
}

/** What is signed: the text itself, or a cosigner's statement (C2SP tlog-cosignature) about the whole tree from leaf 0. */
const statements = {
  [ED25519]: ({ text }) => ascii(text),
  [TIMED_ED25519]: ({ text }, name, time) => ascii(`cosignature/v1\ntime ${time}\n${text}`),
  [ML_DSA_44]: ({ origin, size, root }, name, time) =>
    concat(ascii('subtree/v1\n\0'), vector(name), u64(time ?? 0), vector(origin), u64(0), u64(size), root),
};
const checks = { [ED25519]: verifies, [TIMED_ED25519]: verifies, [ML_DSA_44]: quantumSafe };
const vector = value => concat(u8(ascii(value).length), ascii(value));

/** The time in seconds of this signer's line, 0 for a plain signature, undefined for none; Refused for a false one. */
export function signedBy(checkpoint, signer) {
  const id = signerId(signer);
  const line = checkpoint.signatures.find(one => one.name === signer.name && order(one.id, id) === 0);
  if (!line) return undefined;
  const time = signer.type === ED25519 ? 0 : timeOf(line.signature);
  const statement = statements[signer.type](checkpoint, signer.name, time);
  const signature = signer.type === ED25519 ? line.signature : line.signature.slice(8);
  if (time === undefined || !checks[signer.type](signature, statement, signer.publicKey)) throw new Refused('BAD_SIGNATURE');
  return time;
}

/** A cosignature begins with its time, which a log or a witness never leaves at zero. */
function timeOf(signature) {
  try {
    return new Reader(signature.slice(0, 8)).u64() || undefined;
  } catch {
    return undefined;
  }
}

/** The logs, witnesses and quorum of a C2SP tlog-policy file; Refused where a line is none. */
export function parsePolicy(bytes) {
  const policy = { logs: [], groups: new Map(), quorum: undefined };
  for (const line of decoded(bytes).split('\n')) {
    const words = line.trim().split(/[ \t]+/);
    if (words[0] === '' || words[0].startsWith('#')) continue;
    policyLine(policy, words);
  }
  const signers = [...policy.logs, ...[...policy.groups.values()].map(({ signer }) => signer)].filter(Boolean);
  const distinct = new Set(signers.map(({ publicKey }) => hex(publicKey))).size === signers.length;
  if (policy.quorum === undefined || !distinct) throw new Refused('BAD_POLICY');
  return policy;
}

function policyLine(policy, [word, name, ...rest]) {
  const { groups } = policy;
  if (word === 'log' && name) policy.logs.push(parseKey(name));
  else if (word === 'witness' && rest[0] && fresh(groups, name)) groups.set(name, { signer: parseKey(rest[0]) });
  else if (word === 'group' && fresh(groups, name)) groups.set(name, group(groups, rest));
  else if (word === 'quorum' && policy.quorum === undefined && (name === 'none' || groups.has(name))) policy.quorum = name;
  else throw new Refused('BAD_POLICY');
}

const fresh = (groups, name) => name !== undefined && name !== 'none' && !groups.has(name);

function group(groups, [threshold, ...names]) {
  const members = names.map(name => groups.get(name));
  const needed = { any: 1, all: members.length }[threshold] ?? (/^[1-9][0-9]*$/.test(threshold) ? Number(threshold) : 0);
  const used = members.some(member => member === undefined || member.used);
  if (used || new Set(members).size !== members.length || needed < 1 || needed > members.length) throw new Refused('BAD_POLICY');
  members.forEach(member => (member.used = true));
  return { needed, members };
}

/** A log of ours and the generation of its origin, which a declared loss closes for the next one; any other line is a log of its own. */
export function parseOrigin(line) {
  const [, log = line, generation = '1'] = ORIGIN.exec(line) ?? [];
  return { log, generation: Number(generation) };
}

/** The keys of a log in the newest generation that the policy names. */
function newest(policy, isAsked) {
  const named = policy.logs.map(key => ({ key, ...parseOrigin(key.name) })).filter(({ log }) => isAsked(log));
  const generation = Math.max(1, ...named.map(one => one.generation));
  return { generation, keys: named.filter(one => one.generation === generation).map(({ key }) => key) };
}

/** The public keys of the log of this name: `wbs`, `bids` or `open`. */
export function logKeys(policy, name) {
  const { keys } = newest(policy, log => log.endsWith(`/${name}`));
  const [ed25519, mldsa44] = [ED25519, ML_DSA_44].map(type => keys.find(key => key.type === type)?.publicKey);
  return { ed25519, mldsa44 };
}

/** The origin of a checkpoint that is later than those that the policy names: the root's holder has not signed for the declared loss. */
export function unconfirmedOrigin({ origin }, policy) {
  const { log, generation } = parseOrigin(origin);
  return generation > newest(policy, other => other === log).generation ? origin : undefined;
}

/**
 * The log's own time of a checkpoint, in seconds; Refused where it did not sign with both its keys, too few witnesses saw it, or the policy
 * names a later origin. A policy names keys: they sign under the later origins of their log too.
 */
export function acceptCheckpoint(checkpoint, policy) {
  const { log, generation } = parseOrigin(checkpoint.origin);
  const known = newest(policy, other => other === log);
  if (generation < known.generation) throw new Refused('CLOSED_ORIGIN');
  const keys = known.keys.map(key => ({ ...key, name: checkpoint.origin }));
  const signed = type => keys.filter(key => key.type === type).map(key => signedBy(checkpoint, key)).find(time => time !== undefined);
  const signedAt = signed(ML_DSA_44);
  if (signed(ED25519) === undefined || signedAt === undefined) throw new Refused('UNSIGNED_CHECKPOINT');
  const named = key => quantumSafe(checkpoint.overLists, aboutLists(checkpoint), key.publicKey);
  if (checkpoint.lists.size > 0 && !keys.some(key => key.type === ML_DSA_44 && named(key))) throw new Refused('BAD_SIGNATURE');
  const witnessed = ({ signer, members, needed }) =>
    signer ? signedBy(checkpoint, signer) !== undefined : members.filter(witnessed).length >= needed;
  if (policy.quorum !== 'none' && !witnessed(policy.groups.get(policy.quorum))) throw new Refused('NO_QUORUM');
  return signedAt;
}

