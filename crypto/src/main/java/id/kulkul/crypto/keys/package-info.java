/**
 * Whose key is whose: the organisation's signed list of recipients, the staff's own keys under a passphrase, and what
 * people sign. Private keys of the staff exist here only for tools and tests; the server never holds one.
 *
 * <p><b>Bytes from outside</b>: {@link id.kulkul.crypto.keys.Manifest}, {@link id.kulkul.crypto.keys.KeyBundle} and
 * {@link id.kulkul.crypto.keys.SealedSecret} are read whole, with the orders, counts and groups that they would be
 * written with, or fail with {@code OpenFailed}; a manifest has at most 65,535 members, a bundle as many keys, each
 * epoch above the last. {@link id.kulkul.crypto.keys.Stretching} takes a PHC string only as it would write it, from 19
 * MiB and 2 passes to 1 GiB, 16 passes and 4 lanes. {@link id.kulkul.crypto.keys.Passphrase} (7 words) and
 * {@link id.kulkul.crypto.keys.RecoveryKit} (24) are read by the rule of {@link id.kulkul.crypto.receipt.Typed}. Files
 * in the key folder are UTF-8 with a title and lines of a name, a space and a value; a policy that cannot be read is
 * not signed for.
 */
@NullMarked
package id.kulkul.crypto.keys;

import org.jspecify.annotations.NullMarked;
