/**
 * The vault: every secret that must be erasable lies here, sealed under a key that can be destroyed, and never in the
 * history. What is erased here is final only when the vault's key turns, which it cannot do yet. Not protected:
 * backups, and what a disk keeps of blocks that were overwritten or freed; whoever has the vault and the folder of keys
 * at one time has everything but what staff, custodians and reporters alone can open.
 */
@NullMarked
package id.kulkul.crypto.vault;

import org.jspecify.annotations.NullMarked;
