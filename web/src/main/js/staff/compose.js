// A message to the reporter: sealed once, readable by the reporter and by every colleague of the case's group.
import { Kind, Type, fixed, random, readers, same, unhex } from '../crypto/index.js';
import { parts, sealText } from '../channel/sealing.js';
import { Told } from '../page/texts.js';

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
    const draft = { prev, seen: unhex(form.seen), type: Type.MESSAGE, body };
    const { digest, wire } = await sealText(place(form, seq++, keys), draft, keys.sign, publicKeys);
    items.push(wire);
    prev = digest;
  }
  return items;
}

const place = (form, seq, keys) => ({
  context: {
    kind: Kind.MSG_TO_REPORTER,
    tenant: keys.tenant,
    scope: unhex(form.scope),
    aggregate: unhex(form.report),
    item: random(16),
    epoch: Number(form.epoch),
    seq,
  },
  manifestDigest: unhex(form.manifestDigest),
  group: Number(form.group),
});
