// Signing in and unlocking: the passphrase is stretched here, and what the server gets neither opens nor derives a key.
import {
  Refused,
  base64url,
  decodeBundle,
  openOwn,
  plain,
  signInKeys,
  stretch,
  unbase64url,
  unhex,
} from '../crypto/index.js';
import { touch } from './idle.js';
import { record, text } from '../page/answers.js';
import { getJson, postForNext, postJson } from '../page/requests.js';
import { unlock } from './session.js';
import { Told } from '../page/texts.js';
import { words } from '../words/english.js';

const isChallenge = record({
  salt: salt => Boolean(unbase64url(salt)),
  memoryKiB: Number.isInteger,
  iterations: Number.isInteger,
  parallelism: Number.isInteger,
});
const areOwnKeys = record({ bundle: text, wrap: text, person: text, tenant: text, version: Number.isInteger });

let newest = 0;

/** Signs in at this address of the server, then unlocks; the address of the first page where the server names one. */
export async function signIn(door, name, passphrase) {
  const secret = await stretched(name, passphrase);
  try {
    const next = await postForNext(door, { name, auth: base64url(secret.auth) });
    await open(secret.wrap, passphrase);
    return next;
  } catch (failure) {
    throw failure.status === 401 ? mistyped(passphrase) : failure;
  } finally {
    secret.auth.fill(0);
    secret.wrap.fill(0);
  }
}

/** Opens the keys alone, for a person whom the server already knows. */
export async function unlockOnly(name, passphrase) {
  const secret = await stretched(name, passphrase);
  secret.auth.fill(0);
  await open(secret.wrap, passphrase).finally(() => secret.wrap.fill(0));
}

async function stretched(name, passphrase) {
  const asked = await postJson('/masuk/tantangan', { name }, isChallenge);
  try {
    const key = await stretch(passphrase, { ...asked, salt: unbase64url(asked.salt) });
    const secret = signInKeys(key);
    key.fill(0);
    return secret;
  } catch (failure) {
    throw failure instanceof Refused ? new Told('weak') : failure;
  }
}

async function open(wrap, passphrase) {
  const sealed = await ownKeys();
  if (!sealed) return;
  const owner = { tenant: unhex(sealed.tenant), person: unhex(sealed.person) };
  const version = Math.max(sealed.version, newest);
  try {
    const bundleKey = await openOwn({ ...owner, version: 0 }, wrap, unbase64url(sealed.wrap));
    const bundle = await openOwn({ ...owner, version }, bundleKey, unbase64url(sealed.bundle));
    unlock({ ...owner, ...(await decodeBundle(bundle)) });
    bundleKey.fill(0);
    bundle.fill(0);
    newest = version;
    touch();
  } catch {
    throw mistyped(passphrase);
  }
}

/** The sealed keys; nothing for people who have none, such as an auditor. */
async function ownKeys() {
  try {
    return await getJson('/kerja/kunci', areOwnKeys);
  } catch (failure) {
    if (failure.status === 404) return undefined;
    throw failure;
  }
}

const COUNT = 7;
const LONGEST = Math.max(...words.map(word => word.length));

/**
 * Names the first word that is in no list, because a typing mistake is the likeliest reason. What is longer than any word may be the whole
 * passphrase and is never shown; its place tells enough.
 */
function mistyped(passphrase) {
  const typed = plain(passphrase).split(' ');
  const at = typed.findIndex(word => !words.includes(word));
  if (at < 0) return new Told(typed.length === COUNT ? 'wrongPassphrase' : 'wordCount', { count: typed.length });
  return typed[at].length > LONGEST ? new Told('joinedWords', { place: at + 1 }) : new Told('unknownWord', { word: typed[at] });
}
