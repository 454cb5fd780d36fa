package id.kulkul.command.loss;

import id.kulkul.crypto.bytes.Digest;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What an operator can declare lost; declaring the same loss twice changes nothing. */
public sealed interface LossCommand {
    @TargetAggregateIdentifier
    LossesId losses();

    /**
     * A log goes on from an older copy of the history, in an origin of its own: nothing is signed any more under the
     * one that had signed for what is lost.
     *
     * @param oldOrigin the origin line of the log as it was
     * @param lastWitnessedSize how many leaves its last signed checkpoint had
     * @param root of that checkpoint
     * @param restoredSize how many leaves the last checkpoint has from which it goes on
     * @param newOrigin the origin line under which it goes on
     */
    record DeclareLogRestored(
            LossesId losses, String oldOrigin, long lastWitnessedSize, Digest root, long restoredSize, String newOrigin)
            implements LossCommand {}

    /**
     * Contents that the history names are gone.
     *
     * @param rows how many rows of the vault
     * @param blobs how many ciphertexts
     * @param list SHA-256 of the list of them, which the operator keeps
     */
    record DeclareContentsLost(LossesId losses, long rows, long blobs, Digest list) implements LossCommand {}
}
