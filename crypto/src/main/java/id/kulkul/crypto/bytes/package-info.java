/**
 * The ground under everything: ids, digests, structures of exact length, keys of 32 bytes, and where chance comes from.
 * Nothing here knows what the bytes mean.
 *
 * <p><b>Bytes from outside</b> are big-endian structures of exact length; {@link id.kulkul.crypto.bytes.StructReader}
 * fails with {@code OpenFailed} on whatever is short, left over or out of range, and no count is believed beyond the
 * bytes that are there.
 */
@NullMarked
package id.kulkul.crypto.bytes;

import org.jspecify.annotations.NullMarked;
