// The id of a report, which follows from its reporter's keys: nobody can send a report under the id of anything else.
import { fixed, labelled, sha256 } from './bytes.js';

/** The first 16 bytes of a hash over tenant, public keys and 16 random bytes, with the bits of a UUID of version 4. */
export function caseId(tenant, { xwingPublic, signPublic }, nonce) {
  const reporterKeys = sha256(xwingPublic, signPublic);
  const id = labelled('kulkul/v1/case', fixed(tenant, 16), reporterKeys, fixed(nonce, 16)).slice(0, 16);
  id[6] = (id[6] & 0x0f) | 0x40;
  id[8] = (id[8] & 0x3f) | 0x80;
  return id;
}
