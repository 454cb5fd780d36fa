// A delivery that arrives bit by bit: its front is taken whole, the rest is passed on and hashed on its way.
import { concat } from '../crypto/index.js';
import { Told } from '../page/texts.js';

export class Incoming {
  #reader;
  #held = new Uint8Array(0);

  constructor(stream) {
    this.#reader = stream.getReader();
  }

  async take(size) {
    while (this.#held.length < size) {
      const { value, done } = await this.#next();
      if (done) throw new Told('cut');
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
