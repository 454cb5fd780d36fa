// What a ciphertext is bound to: 81 bytes that a reader must know before anything opens.
import { Reader, ascii, concat, fixed, u8, u32 } from './bytes.js';

const LABEL = ascii('KULCTX01');

export const Kind = Object.freeze({
  REPORT_BODY: 1,
  MSG_TO_REPORTER: 2,
  MSG_TO_TEAM: 3,
  ATTACHMENT: 4,
  IDENTITY: 5,
  BID: 6,
  INTERNAL_NOTE: 7,
  KEY_BUNDLE: 8,
  SHARE_RELEASE: 9,
  VAULT_ROW: 10,
  TENDER_CANARY: 11,
});

export function encodeContext({ kind, tenant, scope, aggregate, item, epoch, seq }) {
  if (!(kind >= 1 && kind <= 11)) throw new RangeError('unknown kind');
  const ids = [tenant, scope, aggregate, item].map(id => fixed(id, 16));
  return concat(LABEL, u8(kind), ...ids, u32(epoch), u32(seq));
}

/** The context that 81 bytes hold; RangeError on any irregularity. */
export function decodeContext(bytes) {
  const from = new Reader(fixed(bytes, 81));
  from.expect(LABEL);
  const context = {
    kind: from.u8(),
    tenant: from.take(16),
    scope: from.take(16),
    aggregate: from.take(16),
    item: from.take(16),
    epoch: from.u32(),
    seq: from.u32(),
  };
  if (!(context.kind >= 1 && context.kind <= 11)) throw new RangeError('unknown kind');
  return context;
}
