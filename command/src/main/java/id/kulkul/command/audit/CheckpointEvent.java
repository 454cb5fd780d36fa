package id.kulkul.command.audit;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import java.util.UUID;

/** What can have happened to the checkpoints of one log on one day. */
public sealed interface CheckpointEvent {
    CheckpointsId day();

    /** The fields of {@link CheckpointCommand.RecordCheckpoint}. */
    record CheckpointRecorded(
            CheckpointsId day,
            String origin,
            long mark,
            long size,
            Digest root,
            long padCount,
            UUID padSeed,
            String note,
            Octets leaves)
            implements CheckpointEvent {}
}
