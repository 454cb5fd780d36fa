/**
 * Items that nobody opens alone: the sender deals the data key out in shares, and m of n members open together. No
 * secret of the group ever exists in one place, and whoever deals or answers wrongly is found.
 *
 * <p><b>Bytes from outside</b>: an opening list has at most 65,535 items, ascending and none twice, a release exactly
 * 1,187 bytes; a share is believed only where it is the one that the header committed to. All else is
 * {@code OpenFailed} or {@code ShareRejected}.
 */
@NullMarked
package id.kulkul.crypto.threshold;

import org.jspecify.annotations.NullMarked;
