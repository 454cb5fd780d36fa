// Which messages are one text. A long text is cut where its next word has no room any more; nothing else tells that two messages are one.
import { hex, same } from '../crypto/index.js';
import { ROOM } from '../channel/sealing.js';

/** Texts, newest first, each as its messages from the beginning to the end; given messages are newest first. */
export function textsOf(messages) {
  const texts = [];
  for (const message of [...messages].reverse()) {
    const before = texts.at(-1)?.at(-1);
    if (before && goesOn(before, message)) texts.at(-1).push(message);
    else texts.push([message]);
  }
  return texts.reverse();
}

function goesOn(before, { inner }) {
  if (!before.inner || !inner || !same(before.inner.signer, inner.signer) || before.digest !== hex(inner.prev)) return false;
  const end = inner.body.findIndex(byte => byte === 0x20 || byte === 0x0a);
  const word = end < 0 ? inner.body.length : end + 1;
  return before.inner.body.length + word > ROOM;
}
