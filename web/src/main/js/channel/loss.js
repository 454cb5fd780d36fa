// A log that goes on in another origin than the root's holder has signed for: a loss was declared since. Nobody is moved there silently.
import { Told } from '../page/texts.js';

let told;

/** Says so, once for each such origin, before the list is used; whoever asks again has read it. Nobody reads what a `quiet` look throws. */
export function tellOfLoss({ restored }, quiet = false) {
  if (restored === undefined || restored === told) return;
  if (!quiet) told = restored;
  throw new Told('restored', { origin: restored });
}
