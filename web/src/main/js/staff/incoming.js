// A delivery that arrives bit by bit: its front is taken whole, the rest is passed on and hashed on its way.
import { sha256 } from '@noble/hashes/sha2.js';
import { concat } from '../crypto/index.js';
import { Told } from './texts.js';

export class Incoming {
  #reader;
  #held = new Uint8Array(0);

  constructor(stream) {
    this.#reader = stream.getReader();
  }

  async take(size) {
    while (this.#held.length < size) {
      const { value, done } = await this.#next();
      if (done) throw new Told('broken');
      this.#held = concat(this.#held, value);
    }
    const taken = this.#held.slice(0, size);
    this.#held = this.#held.slice(size);
    return taken;
  }

  async *rest() {
    yield this.#held;
    for (let next = await this.#next(); !next.done; next = await this.#next()) yield next.value;
  }

  async #next() {
    try {
      return await this.#reader.read();
    } catch {
      throw new Told('offline');
    }
  }

  stop() {
    this.#reader.cancel().catch(() => {});
  }
}

/** Passes chunks on and keeps count and SHA-256 of them. */
export function measured(chunks) {
  const hash = sha256.create();
  const measure = { size: 0, digest: () => hash.digest() };
  measure.chunks = (async function* () {
    for await (const chunk of chunks) {
      hash.update(chunk);
      measure.size += chunk.length;
      yield chunk;
    }
  })();
  return measure;
}
