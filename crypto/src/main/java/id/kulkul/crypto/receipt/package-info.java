/**
 * The receipt: the one secret an anonymous reporter keeps, in digits or in words. Everything the reporter can do is
 * derived from it, and nothing of it is stored.
 */
@NullMarked
package id.kulkul.crypto.receipt;

import org.jspecify.annotations.NullMarked;
