// What was typed and not yet sent outlives a lock, sealed to its writer's own key, so that nobody at the screen reads it.
import { fieldText } from '../page/fields.js';
import { Kind, ascii, commitmentOf, open, openStanza, random, seal, sealStanza, text } from '../crypto/index.js';

let kept = [];

const fields = () => [...document.querySelectorAll('form[data-seal] textarea')];
const nameOf = field => JSON.stringify([field.form.getAttribute('action'), field.form.elements.act?.value, field.name]);

/** Whether a message is typed that was not sent. */
export const holdsDraft = () => fields().some(field => fieldText(field.value) !== '');

/** Empties the fields at once and keeps their text sealed. */
export function hideDrafts(keys) {
  const typed = fields().filter(field => field.value !== '');
  if (keys && typed.length > 0) kept = typed.map(field => sealed(nameOf(field), field.value, keys));
  typed.forEach(field => (field.value = ''));
}

async function sealed(name, value, { tenant, person, xwing }) {
  const { publicKey } = xwing.at(-1);
  const zero = new Uint8Array(16);
  const context = { kind: Kind.INTERNAL_NOTE, tenant, scope: zero, aggregate: person, item: random(16), epoch: 0, seq: 0 };
  const key = random(32);
  const blob = await seal(context, key, ascii(value));
  const stanza = await sealStanza(publicKey, context, commitmentOf(blob), key);
  key.fill(0);
  return { name, context, blob, stanza };
}

/** Puts the text back into the fields of this page that are still empty. */
export async function restoreDrafts(keys) {
  const drafts = await Promise.all(kept);
  for (const { name, context, blob, stanza } of drafts) {
    const field = fields().find(one => nameOf(one) === name && one.value === '');
    if (!field) continue;
    const key = await openStanza(keys.xwing.at(-1).seed, context, commitmentOf(blob), stanza);
    field.value = text(await open(context, key, blob));
    key.fill(0);
  }
  kept = [];
}
