package id.kulkul.web.audit;

import id.kulkul.crypto.log.AggregateType;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.seal.Hex16;
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
        UUID id = id(text);
        return leaves.logOf(id)
                .flatMap(log -> kind(id, log).map(kind -> subject(kind, id, log)))
                .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "page/not-found"));
    }

    private static UUID id(String text) {
        try {
            return Hex16.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        }
    }

    /** The case of a stored row; empty where its aggregate is none. */
    Optional<Subject> of(StoredEvent row) {
        return leaves.types()
                .aggregate(row.aggregateType())
                .filter(AggregateType::isCase)
                .flatMap(kind -> kind.log().map(log -> subject(kind, Hex16.parse(row.aggregate()), log)));
    }

    /** As its first row says that is still there; where all are gone, the only kind that the log has. */
    private Optional<AggregateType> kind(UUID id, LogName log) {
        Optional<StoredEvent> first = LongStream.range(0, leaves.covered(log, id))
                .mapToObj(sequence -> history.one(Hex16.of(id), sequence))
                .flatMap(Optional::stream)
                .findFirst();
        if (first.isPresent())
            return leaves.types()
                    .aggregate(first.get().aggregateType())
                    .filter(AggregateType::isCase)
                    .filter(kind -> kind.origin() == log);
        return leaves.types().aggregates().stream()
                .filter(AggregateType::isCase)
                .filter(kind -> kind.origin() == log)
                .findFirst();
    }

    private static Subject subject(AggregateType kind, UUID id, LogName log) {
        return new Subject(kind.name(), id, log, CaseNumber.of(String.valueOf(kind.prefix()), id));
    }
}
