package id.kulkul.web.log;

import id.kulkul.crypto.log.AggregateType;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.MarkPlan;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.channel.ServerKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Gives the log's written word for an event that is stored and not yet under a checkpoint; broken, it is evidence. */
@Component
public class Promises {
    private final StoredEvents history;
    private final Leaves leaves;
    private final ServerKeys keys;
    private final MarkPlan marks;
    private final Clock clock;

    Promises(StoredEvents history, Leaves leaves, ServerKeys keys, MarkPlan marks, Clock clock) {
        this.history = history;
        this.leaves = leaves;
        this.keys = keys;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * The promise for an event of an aggregate of that type, with the leaf that it is about; the event must be stored.
     */
    public Acknowledged with(String type, String aggregate, long sequence) {
        StoredEvent stored = history.one(type, aggregate, sequence).orElseThrow();
        EventTypes types = leaves.types();
        LogName log = types.aggregate(type).flatMap(AggregateType::log).orElseThrow();
        Instant now = clock.instant();
        long due = marks.at(log, now).hourDue(now, leaves.lastMark(log));
        try {
            LogLeaf leaf = stored.row().leaf(types);
            byte[] promise = keys.log(log).promise(leaf.hash(), due).encoded();
            return new Acknowledged(text(leaf.encoded()), text(promise), end(due));
        } catch (InvalidEvidence unreadable) {
            throw new IllegalStateException("A stored event cannot be read back", unreadable);
        }
    }

    private static Instant end(long hour) {
        return Instant.EPOCH.plus(Duration.ofHours(hour + 1));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
