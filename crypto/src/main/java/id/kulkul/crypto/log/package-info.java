/**
 * The transparency logs: leaves, Merkle trees, signed checkpoints, promises and proofs, each verifiable without the
 * server. Formats are those of RFC 9162 and C2SP; a checkpoint counts only with both of its signatures, the classical
 * and the post-quantum one.
 *
 * <p><b>After a declared loss</b> a log goes on in another generation of its origin, {@code kulkul/TENANT/LOG/2} and so
 * on: nothing is signed any more under the closed one, which had signed for leaves that are gone. The leaves that were
 * kept are the first ones of the new origin, with their old indexes and padding, and its keys are the same under the
 * new name; so whatever somebody kept of the closed origin is compared as far as the log was kept, and what it vouches
 * for beyond is said to be lost and not called a forgery. Only the log that lost something goes on elsewhere: for the
 * others the proof that they continue would be thrown away. The event {@code log-restored}, a leaf of the open log,
 * names both origins; the open log itself goes on in no origin that it does not declare.
 *
 * <p>What was kept of one origin is compared with a history of another as far as both have the same leaves: up to a
 * tree of the same root, and up to the last checkpoint that a whole export has of the origin of the history. There a
 * difference or a missing event is INVALID as within one origin; past it nothing can be told, and nothing is called
 * compared. What was kept of a later origin shows that the one of the history is closed. The open log's own declaration
 * is compared with where it goes on and with what was kept of the closed origin; what it declares of the other logs is
 * <b>not</b>, for no export holds two logs.
 *
 * <p>A policy names keys, and they count in every generation. One that is later than those that the policy names is
 * unconfirmed: whoever is shown it is told of the loss ({@code verify} ends with 2, a browser and {@code submit} send
 * nothing until that was read). The root's holder confirms it with a list whose policy names the new origin
 * ({@code keys restored}); from then on a checkpoint of an earlier one proves nothing that is shown now. It does
 * <b>not</b> protect against whoever has the log's keys and declares a loss that never was: only that this is not done
 * silently, and not confirmed without the root. With a quorum of witnesses nobody believes the new origin before they
 * cosign it: a cosignature vouches for the tree that the witness saw under its own origin, and for nothing that was
 * signed after it.
 *
 * <p><b>Bytes from outside</b>, what each reader here accepts; everything else is an {@code InvalidEvidence}, and what
 * is accepted is written again as the same characters or bytes. Texts are UTF-8 that the caller has decoded strictly,
 * with LF alone as line break, one after the last line, and no other control character.
 *
 * <ul>
 *   <li>{@code Note}: a text, an empty line, and 1 to 64 signature lines; names of 1 to 255 bytes without white space
 *       and plus signs; base64 with padding in its one form, of 5 bytes or more.
 *   <li>{@link id.kulkul.crypto.log.SignedCheckpoint}: a note over three lines, origin of 1 to 255 bytes, size of at
 *       most 18 digits without leading zeros, root of 32 bytes; of an origin of the open log after them nothing, or one
 *       or more lines {@code list CHANNEL DIGEST} in hex, by ascending channels, and then {@code mldsa44} with a
 *       signature of 2,420 bytes; no other extension lines.
 *   <li>{@link id.kulkul.crypto.log.LogOrigin}: {@code kulkul/}, 32 lower-case hex digits, the log, and from the second
 *       generation on its number, 2 to 999999 without leading zeros.
 *   <li>{@link id.kulkul.crypto.log.TlogProof}: its first line, {@code extra} with a leaf, {@code index} of at most 18
 *       digits, at most 63 hashes, an empty line, a checkpoint.
 *   <li>{@link id.kulkul.crypto.log.VerifierKey}: name, id and key of one of three types, the id being that of the key.
 *   <li>{@link id.kulkul.crypto.log.TrustPolicy}: at most 1,024 lines, a tab being the one other control character; no
 *       key, name or member twice, a group only of what stands before it, exactly one quorum.
 *   <li>{@link id.kulkul.crypto.log.LogLeaf} 135 bytes, {@link id.kulkul.crypto.log.Promise} 2,520 bytes: nothing
 *       short, nothing left over.
 *   <li>{@code ManifestChain}: of each list only the head, up to its policy; who is on it, {@code crypto.keys} reads.
 *   <li>{@code ExportLine}: see {@code crypto.tools}; at most 4,096 leaves of padding a checkpoint, 64 lines a
 *       cosignature.
 * </ul>
 */
@NullMarked
package id.kulkul.crypto.log;

import org.jspecify.annotations.NullMarked;
