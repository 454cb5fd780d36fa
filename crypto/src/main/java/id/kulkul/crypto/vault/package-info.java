/**
 * The vault: every secret that must be erasable lies here, sealed under a key that can be destroyed, and never in the history.
 * Not protected: whoever has the vault and the folder of keys at one time has everything but what staff, custodians and reporters alone can open.
 */
@NullMarked
package id.kulkul.crypto.vault;

import org.jspecify.annotations.NullMarked;
