// A message to the reporter, readable by the reporter and by every colleague of the case's group; or a note, readable by these colleagues.
import { Kind, Type, ascii, fixed, hex, random, readers, same, unhex } from '../crypto/index.js';
import { parts, sealText } from '../channel/sealing.js';
import { Told } from '../page/texts.js';

/**
 * The keys of those of the form's group who have not lost access since, with the sender among them, and for a message the reporter's;
 * nothing is sealed where the group is another.
 */
export function audience(form, manifest, keys) {
  const group = readers(manifest, Number(form.group));
  const fits =
    manifest.epoch === Number(form.epoch) &&
    same(manifest.tenant, keys.tenant) &&
    same(manifest.scope, unhex(form.scope)) &&
    group.some(({ ed25519, person }) => same(ed25519, keys.signPublic) && same(person, keys.person));
  if (!fits) throw new Told('recipients');
  const gone = form.lost ? form.lost.split(',') : [];
  const colleagues = group.filter(({ person }) => !gone.includes(hex(person))).map(({ xwing }) => xwing);
  return form.seal === 'note' ? colleagues : [...colleagues, fixed(unhex(form.reporterXwingPk), 1216)];
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

/** Seals the text as one note for colleagues. */
export async function sealNote(form, text, publicKeys, keys) {
  const nothing = new Uint8Array(32);
  const draft = { prev: nothing, seen: nothing, type: Type.MESSAGE, body: ascii(text) };
  const { wire } = await sealText(place(form, Number(form.nextSeq), keys, Kind.INTERNAL_NOTE), draft, keys.sign, publicKeys);
  return [wire];
}

const place = (form, seq, keys, kind = Kind.MSG_TO_REPORTER) => ({
  context: {
    kind,
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
