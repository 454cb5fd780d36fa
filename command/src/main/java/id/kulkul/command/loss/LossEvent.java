package id.kulkul.command.loss;

import id.kulkul.crypto.bytes.Digest;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What was declared lost. */
public sealed interface LossEvent {
    LossesId losses();

    /**
     * The fields of {@link LossCommand.DeclareLogRestored}.
     *
     * @param newOrigin null in the first ones, after which the log went on under its old origin
     */
    @Revision("2")
    record LogRestored(
            LossesId losses,
            String oldOrigin,
            long lastWitnessedSize,
            Digest root,
            long restoredSize,
            @Nullable String newOrigin)
            implements LossEvent {}

    /** The fields of {@link LossCommand.DeclareContentsLost}. */
    record ContentsLost(LossesId losses, long rows, long blobs, Digest list) implements LossEvent {}
}
