/**
 * Whose key is whose: the organisation's signed list of recipients, the staff's own keys under a passphrase, and what
 * people sign. Private keys of the staff exist here only for tools and tests; the server never holds one.
 */
@NullMarked
package id.kulkul.crypto.keys;

import org.jspecify.annotations.NullMarked;
