// Sealed files on their way: what binds them to the text that lists them, and how they are sent before it.
import { hex } from '../crypto/index.js';
import { fieldLine } from '../page/fields.js';
import { putBlob } from '../page/requests.js';

/** What a signed text says of its files, which are `sealed` from those that were `chosen`, in the same order. */
export const listing = (sealed, chosen) =>
  sealed.map(({ context, plain }, i) => ({
    item: hex(context.item),
    name: fieldLine(chosen[i].name),
    type: chosen[i].type,
    size: plain.size,
    sha256: hex(plain.sha256),
  }));

/** Sends the ciphertexts of files to a door, each under its SHA-256; sending one again changes nothing. */
export async function sendFiles(door, files, progress) {
  let before = 0;
  for (const { ciphertext, ctSha256 } of files) {
    await putBlob(`${door}/${hex(ctSha256)}`, ciphertext, loaded => progress(before + loaded));
    before += ciphertext.size;
  }
}

/** The bytes of files, sealed ones as ciphertext. */
export const sizeOf = files => files.reduce((sum, { size, ciphertext }) => sum + (ciphertext?.size ?? size), 0);

/** What tells chosen files from others, as far as it can be told without reading them. */
export const marksOf = files => files.map(({ name, size, lastModified }) => [name, size, lastModified]);
