package id.kulkul.command.loss;

import id.kulkul.crypto.seal.Digest;

/** What was declared lost. */
public sealed interface LossEvent {
    LossesId losses();

    /** The fields of {@link LossCommand.DeclareLogRestored}. */
    record LogRestored(LossesId losses, String oldOrigin, long lastWitnessedSize, Digest root, long restoredSize)
            implements LossEvent {}

    /** The fields of {@link LossCommand.DeclareContentsLost}. */
    record ContentsLost(LossesId losses, long rows, long blobs, Digest list) implements LossEvent {}
}
