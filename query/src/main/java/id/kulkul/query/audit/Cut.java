package id.kulkul.query.audit;

import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.audit.CheckpointsId;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.RecordedCheckpoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What the next checkpoint of a log will say. Nobody may see its signature before it is stored: a lost padding seed
 * would be a second view of the log.
 *
 * @param padCount how many leaves of the size are new padding
 * @param leaves the leaf hashes of the new events; empty where they are too many to repeat
 * @param naming which lists of recipients it names as those in force
 */
public record Cut(
        LogOrigin origin,
        Instant mark,
        long size,
        Digest root,
        long padCount,
        UUID padSeed,
        List<Digest> leaves,
        Naming naming) {

    /** Takes a copy of the leaves. */
    public Cut {
        leaves = List.copyOf(leaves);
    }

    /** The same of the open log, which names lists. */
    Cut naming(Naming lists) {
        return new Cut(origin, mark, size, root, padCount, padSeed, leaves, lists);
    }

    /**
     * The command that stores this cut, signed by the keys of its log under this origin, in whatever generation it is.
     */
    public RecordCheckpoint signed(LogKeys keys) {
        LogKeys signing = keys.in(origin);
        return new RecordCheckpoint(
                CheckpointsId.of(origin.text(), mark.atZone(ZoneOffset.UTC).toLocalDate(), 0),
                0,
                origin.text(),
                mark.toEpochMilli(),
                size,
                root,
                padCount,
                padSeed,
                signing.sign(size, root, mark, naming.with(signing)).note(),
                Octets.of(RecordedCheckpoint.packed(leaves)));
    }
}
