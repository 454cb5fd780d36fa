package id.kulkul.web.audit;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.AggregateType;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.casework.CaseNumber;
import id.kulkul.web.page.Refused;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds the case of an id; an aggregate that is none, or that no checkpoint covers, is not found. */
@Component
class Subjects {
    private final StoredEvents history;
    private final Leaves leaves;

    Subjects(StoredEvents history, Leaves leaves) {
        this.history = history;
        this.leaves = leaves;
    }

    /** The case of an address. */
    Subject of(String text) {
        return covered(text).orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "page/not-found"));
    }

    /** The same; empty where no checkpoint covers one, be it that there is none. */
    Optional<Subject> covered(String text) {
        UUID id = id(text);
        return leaves.logOf(id).flatMap(log -> begun(id, log));
    }

    private static UUID id(String text) {
        try {
            return Hex16.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        }
    }

    /** The case that began in a log; empty where the aggregate is none. */
    Optional<Subject> begun(UUID id, LogName log) {
        return kind(id, log)
                .filter(AggregateType::isCase)
                .filter(kind -> kind.origin() == log)
                .map(kind -> subject(kind, id, log));
    }

    /** As its first row says that is still what was signed for; where none is, the only kind that the log has. */
    private Optional<AggregateType> kind(UUID id, LogName log) {
        return LongStream.range(0, leaves.covered(log, id))
                .mapToObj(sequence -> signed(id, log, sequence))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(row -> leaves.types().aggregate(row.aggregateType()))
                .or(() -> leaves.types().aggregates().stream()
                        .filter(AggregateType::isCase)
                        .filter(kind -> kind.origin() == log)
                        .findFirst());
    }

    private Optional<StoredEvent> signed(UUID id, LogName log, long sequence) {
        return leaves.leafIndexOf(log, id, sequence)
                .flatMap(leaf -> history.one(Hex16.of(id), sequence).filter(row -> leaves.holds(leaf, row)));
    }

    private static Subject subject(AggregateType kind, UUID id, LogName log) {
        return new Subject(kind.name(), id, log, CaseNumber.of(String.valueOf(kind.prefix()), id));
    }
}
