/**
 * Sealing and opening of one item, to one recipient or many. Keys, salts and nonces are drawn inside; whoever calls
 * sees contexts, recipients and streams only.
 */
@NullMarked
package id.kulkul.crypto.seal;

import org.jspecify.annotations.NullMarked;
