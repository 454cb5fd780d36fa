// The keys of the person at this screen: in this closure, in memory, and nowhere else.
import { Told } from '../page/texts.js';

let keys;
let holding = 0;
const atLock = [];

/** Takes the keys over; whoever gave them keeps no copy. */
export function unlock(fresh) {
  wipe();
  keys = fresh;
  holding++;
}

export const unlocked = () => keys !== undefined;

/** A number that changes with every unlock and lock: work begun under another one must show nothing. */
export const held = () => holding;

/** Runs the work with the keys, or says that the box is closed. */
export function withKeys(work) {
  if (!keys) throw new Told('closed');
  return work(keys);
}

/** Called with the keys, or with nothing, right before they are wiped. */
export const beforeLock = work => atLock.push(work);

/** Zeroes every private key and runs what else must vanish with them; nothing that fails there keeps the keys alive. */
export function lock() {
  for (const work of atLock) {
    try {
      work(keys);
    } catch (failure) {
      console.error(failure);
    }
  }
  wipe();
}

function wipe() {
  if (!keys) return;
  keys.sign.fill(0);
  keys.xwing.forEach(({ seed }) => seed.fill(0));
  keys = undefined;
  holding++;
}
