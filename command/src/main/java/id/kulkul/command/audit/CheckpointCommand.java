package id.kulkul.command.audit;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of the checkpoints of one log on one day. */
public sealed interface CheckpointCommand {
    @TargetAggregateIdentifier
    CheckpointsId day();

    /**
     * Keeps a signed checkpoint; keeping the same one twice changes nothing.
     *
     * @param stream which stream of the day it goes into, for {@link CheckpointsId#of}
     * @param origin the origin line of the log
     * @param mark the clock mark of the checkpoint, milliseconds since 1970
     * @param size how many leaves the tree has, padding included
     * @param padCount how many of them this checkpoint added as padding
     * @param padSeed 16 random bytes from which the padding is made
     * @param note the signed note
     * @param leaves the leaf hashes of the events that it added, 32 bytes each; empty where they are too many to repeat
     */
    record RecordCheckpoint(
            CheckpointsId day,
            int stream,
            String origin,
            long mark,
            long size,
            Digest root,
            long padCount,
            UUID padSeed,
            String note,
            Octets leaves)
            implements CheckpointCommand {
        /** The same checkpoint for another stream of its day. */
        public RecordCheckpoint in(CheckpointsId other, int number) {
            return new RecordCheckpoint(other, number, origin, mark, size, root, padCount, padSeed, note, leaves);
        }
    }
}
