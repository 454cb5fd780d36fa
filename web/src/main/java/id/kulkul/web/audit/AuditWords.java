package id.kulkul.web.audit;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.RecordedCheckpoint;
import id.kulkul.query.audit.Damage;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.web.page.Moments;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words logs and events for the auditor's pages. */
@Component
class AuditWords {
    /** One log with its newest checkpoint; {@code ahead} if that one's mark lies ahead of the clock. */
    public record Log(String name, long size, String mark, boolean ahead, String root) {}

    private final MessageSource messages;
    private final Clock clock;
    private final EventTypes types;

    AuditWords(MessageSource messages, Clock clock, EventTypes types) {
        this.messages = messages;
        this.types = types;
        this.clock = clock;
    }

    /** Where stored rows no longer lead to what was signed; empty in every honest installation. */
    List<Damage> damages(Leaves leaves) {
        return Arrays.stream(LogName.values())
                .map(leaves::damage)
                .flatMap(Optional::stream)
                .toList();
    }

    List<Log> logs(Leaves leaves, Locale language) {
        return Arrays.stream(LogName.values())
                .map(log -> log(log, leaves.latest(log), language))
                .toList();
    }

    private Log log(LogName log, Optional<RecordedCheckpoint> latest, Locale language) {
        String none = word("audit.none", language);
        return new Log(
                log.text(),
                latest.map(RecordedCheckpoint::size).orElse(0L),
                latest.map(checkpoint -> Moments.minute(Instant.ofEpochMilli(checkpoint.mark()), language))
                        .orElse(none),
                latest.filter(checkpoint -> checkpoint.mark() > clock.millis()).isPresent(),
                latest.map(checkpoint -> checkpoint.root().hex()).orElse(none));
    }

    String actor(StoredEvent stored, Map<UUID, String> posts, Locale language) {
        String actor = Filter.actor(types, stored);
        return switch (actor) {
            case Filter.REPORTER, Filter.SYSTEM -> word("audit.actor." + actor, language);
            default -> posts.getOrDefault(Hex16.parse(actor), actor);
        };
    }

    private String word(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
