// The shape in which a server hands out a signed list. What has another shape was not read at all; only what was read can be a forgery.
import { list, record, text } from '../page/answers.js';

const both = record({ ed25519: text, mldsa44: text });
const event = record({
  eventId: text,
  aggregate: text,
  actor: text,
  payload: text,
  aggregateType: Number.isInteger,
  sequence: Number.isInteger,
  eventType: Number.isInteger,
  revision: Number.isInteger,
  timeMillis: Number.isInteger,
});

/** One list of recipients with all that vouches for it. */
export const isSignedList = value =>
  both(value) && record({ manifest: text, root: both, policy: text, proof: text, event })(value);

/** Every list of a channel. */
export const isChannel = record({ manifests: list(isSignedList) });
