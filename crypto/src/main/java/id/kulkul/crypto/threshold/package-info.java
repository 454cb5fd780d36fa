/**
 * Items that nobody opens alone: the sender deals the data key out in shares, and m of n members open together. No
 * secret of the group ever exists in one place, and whoever deals or answers wrongly is found.
 */
@NullMarked
package id.kulkul.crypto.threshold;

import org.jspecify.annotations.NullMarked;
