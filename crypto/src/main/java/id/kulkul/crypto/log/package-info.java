/**
 * The transparency logs: leaves, Merkle trees, signed checkpoints, promises and proofs, each verifiable without the server.
 * Formats are those of RFC 9162 and C2SP; a checkpoint counts only with both of its signatures, the classical and the post-quantum one.
 */
@NullMarked
package id.kulkul.crypto.log;

import org.jspecify.annotations.NullMarked;
