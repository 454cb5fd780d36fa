/**
 * Sealing and opening of one item, to one recipient or many. Keys, salts and nonces are drawn inside; whoever calls
 * sees contexts, recipients and streams only.
 *
 * <p><b>Bytes from outside</b> are read by {@link id.kulkul.crypto.bytes.StructReader}. A header has 232 bytes and 32 a
 * share (at most 255), a stanza 1,186, a context 81; unknown versions, kinds and suites are refused and never tried.
 */
@NullMarked
package id.kulkul.crypto.seal;

import org.jspecify.annotations.NullMarked;
