// An attachment leaves its seal only by an explicit act, and only if it is the file that the signed report lists.
import { Kind, STANZA_SIZE, concat, openedChunks, same, u16, unhex, unpadded } from '../crypto/index.js';
import { measured } from '../channel/measured.js';
import { Incoming } from './incoming.js';
import { dataKey, front, inPlace } from './item.js';
import { getStream } from '../page/requests.js';
import { Told } from '../page/texts.js';

/** Fetches, opens and verifies a file; `listed` is its line in the signed report. */
export async function openFile(expected, listed, keys) {
  const incoming = new Incoming((await getStream(expected.src)).body);
  try {
    return await verified(incoming, expected, listed, keys);
  } finally {
    incoming.stop();
  }
}

async function verified(incoming, expected, listed, keys) {
  const length = await incoming.take(2);
  const size = length[0] * 256 + length[1];
  const { header, stanza } = front(concat(u16(size), await incoming.take(size + STANZA_SIZE)), expected);
  inPlace(header, expected, keys);
  const dek = await dataKey(header, stanza, keys);
  const sealed = measured(incoming.rest());
  const plain = measured(unpadded(Kind.ATTACHMENT, openedChunks(header.context, dek, sealed.chunks)));
  const parts = await collected(plain.chunks, () => sealed.size < header.ctLen);
  dek.fill(0);
  const whole = sealed.size === header.ctLen && same(sealed.digest(), header.ctSha256);
  const named = plain.size === listed.size && same(plain.digest(), unhex(listed.sha256));
  if (!whole || !named) throw new Told('broken');
  return new Blob(parts, { type: 'application/octet-stream' });
}

/** What broke off on its way is not called broken: it may be whole the next time. */
async function collected(chunks, isCut) {
  const parts = [];
  try {
    for await (const chunk of chunks) parts.push(chunk);
    return parts;
  } catch (failure) {
    throw failure instanceof Told ? failure : new Told(isCut() ? 'cut' : 'broken');
  }
}
