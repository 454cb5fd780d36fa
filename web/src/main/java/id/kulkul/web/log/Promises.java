package id.kulkul.web.log;

import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.channel.ServerKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives the log's written word for an event that is stored and not yet under a checkpoint; broken, it is evidence. */
@Component
public class Promises {
    private final StoredEvents history;
    private final Leaves leaves;
    private final ServerKeys keys;
    private final Map<LogName, Marks> marks;
    private final Clock clock;

    Promises(StoredEvents history, Leaves leaves, ServerKeys keys, Map<LogName, Marks> marks, Clock clock) {
        this.history = history;
        this.leaves = leaves;
        this.keys = keys;
        this.marks = marks;
        this.clock = clock;
    }

    /** The promise for an event of the protected log, with the leaf that it is about; the event must be stored. */
    public Acknowledged with(String aggregate, long sequence) {
        StoredEvent stored = history.one("report", aggregate, sequence).orElseThrow();
        long due = marks.getOrDefault(LogName.WBS, Marks.standard(LogName.WBS))
                .hourDue(clock.instant(), leaves.lastMark(LogName.WBS));
        try {
            LogLeaf leaf = stored.row().leaf();
            byte[] promise = keys.log(LogName.WBS).promise(leaf.hash(), due).encoded();
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
