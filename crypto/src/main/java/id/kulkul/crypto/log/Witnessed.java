package id.kulkul.crypto.log;

import org.jspecify.annotations.Nullable;

/**
 * What the witnesses of a policy cosigned of a history, which says nothing of what came after it.
 *
 * @param cosigners how many of them cosigned the newest checkpoint that enough of them did, out of {@code known}
 * @param newest that checkpoint; null where there is none
 * @param isComplete whether it is the last one of the history, or the policy asks for no witness
 */
public record Witnessed(int cosigners, int known, @Nullable Checkpoint newest, boolean isComplete) {}
