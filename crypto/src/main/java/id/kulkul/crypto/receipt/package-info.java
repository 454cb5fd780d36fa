/**
 * The receipt: the one secret an anonymous reporter keeps, in digits or in words. Everything the reporter can do is
 * derived from it, and nothing of it is stored.
 *
 * <p><b>What is typed</b> is read by the rule of {@link id.kulkul.crypto.receipt.Typed}; what is no receipt is
 * {@code BadReceipt}, and a greeting of its own where {@code Receipt.ofTyped} is asked.
 */
@NullMarked
package id.kulkul.crypto.receipt;

import org.jspecify.annotations.NullMarked;
