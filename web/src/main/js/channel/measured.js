// Size and SHA-256 of what passes by.
import { sha256 } from '@noble/hashes/sha2.js';

/** Passes chunks on and keeps count and SHA-256 of them. */
export function measured(source) {
  const hash = sha256.create();
  const measure = { size: 0, digest: () => hash.digest() };
  measure.chunks = (async function* () {
    for await (const chunk of chunksOf(source)) {
      hash.update(chunk);
      measure.size += chunk.length;
      yield chunk;
    }
  })();
  return measure;
}

async function* chunksOf(source) {
  if (!(source instanceof ReadableStream)) {
    yield* source;
    return;
  }
  const reader = source.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}
