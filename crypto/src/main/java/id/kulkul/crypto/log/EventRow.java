package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A stored event as an export carries it: all that its leaf is a function of, and nothing else.
 *
 * @param sequence the aggregate's own count, from 0
 * @param timeMillis since 1970; a whole hour on the protected channel
 * @param payload the bytes as stored
 * @param actor who acted; the zero id for a reporter
 */
@SuppressWarnings("ArrayRecordComponent")
public record EventRow(
        UUID eventId,
        String aggregateType,
        UUID aggregate,
        long sequence,
        String name,
        String revision,
        long timeMillis,
        byte[] payload,
        UUID tenant,
        UUID actor,
        UUID salt,
        Digest subject) {

    private static final long HOUR = 3_600_000;
    private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,4}");

    /**
     * The type of the event in a table.
     *
     * @throws InvalidEvidence {@code unknown-event-type}
     */
    public EventType type(EventTypes types) throws InvalidEvidence {
        return types.event(aggregateType, name).orElseThrow(() -> new InvalidEvidence("unknown-event-type"));
    }

    /**
     * The leaf of this row, with the numbers of a table.
     *
     * @throws InvalidEvidence {@code unknown-event-type}, {@code unknown-revision} or {@code time-out-of-range}
     */
    public LogLeaf leaf(EventTypes types) throws InvalidEvidence {
        EventType type = type(types);
        int aggType = type.aggregate().code();
        if (timeMillis < 0 || (timeMillis / HOUR) >>> 32 != 0) throw new InvalidEvidence("time-out-of-range");
        if (sequence < 0) throw new InvalidEvidence("sequence-gap");
        EventMeta meta =
                new EventMeta(eventId, aggType, aggregate, sequence, type.code(), revisionNumber(), actor, timeMillis);
        return new LogLeaf(
                tenant,
                aggType,
                aggregate,
                sequence,
                type.code(),
                timeMillis / HOUR,
                salt,
                meta.payloadSha256(payload),
                subject);
    }

    /** Whether the time says no more than an hour. */
    public boolean isWholeHour() {
        return timeMillis % HOUR == 0;
    }

    private int revisionNumber() throws InvalidEvidence {
        if (!REVISION.matcher(revision).matches() || Integer.parseInt(revision) > 0xffff) {
            throw new InvalidEvidence("unknown-revision");
        }
        return Integer.parseInt(revision);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventRow that
                && sequence == that.sequence
                && timeMillis == that.timeMillis
                && eventId.equals(that.eventId)
                && aggregateType.equals(that.aggregateType)
                && aggregate.equals(that.aggregate)
                && name.equals(that.name)
                && revision.equals(that.revision)
                && Arrays.equals(payload, that.payload)
                && tenant.equals(that.tenant)
                && actor.equals(that.actor)
                && salt.equals(that.salt)
                && subject.equals(that.subject);
    }

    @Override
    public int hashCode() {
        return Objects.hash(eventId, aggregate, sequence);
    }
}
