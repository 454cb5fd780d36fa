package id.kulkul.query.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.command.Acted;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.RecordedCheckpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Writes what the offline verifier reads, from the stored rows as they are, up to the newest checkpoint. */
public final class Exports {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final StoredEvents events;
    private final Leaves leaves;
    private final Supplier<Published> published;

    /** Exports of the rows that those leaves were made of. */
    public Exports(StoredEvents events, Leaves leaves, Supplier<Published> published) {
        this.events = events;
        this.leaves = leaves;
        this.published = published;
    }

    /** The lines of a whole log, without newlines; the store is read as they are asked for, and not before. */
    public Stream<String> log(LogName log) {
        return Lines.of(List.of(() -> head(log, false), () -> rows(log)));
    }

    private Iterator<ExportLine> rows(LogName log) {
        return leaves.reach(log)
                .<Iterator<ExportLine>>map(reach -> new LogRows(events, this, leaves.signedOrigin(log), reach))
                .orElseGet(Collections::emptyIterator);
    }

    /**
     * The lines of one aggregate with the path of each event to the newest checkpoint; empty where none is covered. An
     * event that is no longer stored leaves a gap, which the verifier names.
     */
    public Stream<String> ofCase(LogName log, UUID aggregate) {
        Optional<RecordedCheckpoint> newest = leaves.latest(log);
        if (newest.isEmpty() || leaves.leafIndexOf(log, aggregate, 0).isEmpty()) return Stream.empty();
        RecordedCheckpoint tree = newest.get();
        ExportLine checkpoint = new ExportLine.Marked(
                new RecordedCheckpoint(tree.mark(), tree.size(), tree.root(), 0, Acted.NOBODY, tree.note(), List.of()));
        return Lines.of(List.of(
                () -> head(log, true),
                () -> List.of(checkpoint).iterator(),
                () -> caseEvents(log, aggregate, tree.size())));
    }

    private Iterator<ExportLine> caseEvents(LogName log, UUID aggregate, long size) {
        return LongStream.range(0, leaves.covered(log, aggregate))
                .mapToObj(sequence -> caseEvent(log, aggregate, sequence, size))
                .flatMap(Optional::stream)
                .iterator();
    }

    private Optional<ExportLine> caseEvent(LogName log, UUID aggregate, long sequence, long size) {
        Optional<LeafIndex> leaf = leaves.leafIndexOf(log, aggregate, sequence);
        if (leaf.isEmpty() || leaf.get().value() >= size) return Optional.empty();
        return events.one(Hex16.of(aggregate), sequence)
                .map(stored ->
                        new ExportLine.CaseEvent(stored.row(), leaf.get().value(), leaves.inclusion(leaf.get(), size)));
    }

    /** All manifests stand at the front: between the events of the protected log they would say when those happened. */
    private Iterator<ExportLine> head(LogName log, boolean ofOneCase) {
        List<ExportLine> head = new ArrayList<>();
        head.add(new ExportLine.Header(leaves.signedOrigin(log), ofOneCase));
        head.addAll(published.get().lines());
        for (StoredEvent stored : leaves.manifests()) manifest(stored).ifPresent(head::add);
        return head.iterator();
    }

    private static Optional<ExportLine> manifest(StoredEvent stored) {
        try {
            JsonNode json = MAPPER.readTree(stored.payload());
            return Optional.of(new ExportLine.SignedManifest(
                    bytes(json, "manifest"), bytes(json, "ed25519"), bytes(json, "mldsa44")));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(JsonNode json, String name) {
        return Base64.getUrlDecoder().decode(json.path(name).asText());
    }

    /** The line of a stored row in the export of a log; empty where it has none. */
    Optional<ExportLine> line(LogOrigin origin, StoredEvent stored) {
        try {
            Optional<LogName> log = Reading.log(leaves.types(), stored);
            if (log.isPresent()) {
                boolean here =
                        log.get() == origin.log() && stored.row().tenant().equals(origin.tenant());
                return here ? Optional.of(new ExportLine.Event(stored.row())) : Optional.empty();
            }
            if (!stored.name().equals("checkpoint-recorded")) return Optional.empty();
            CheckpointJson json = CheckpointJson.read(stored.payload());
            boolean here = LogOrigin.parse(json.origin()).isOfLog(origin);
            return here ? Optional.of(new ExportLine.Marked(json.checkpoint())) : Optional.empty();
        } catch (IllegalArgumentException | InvalidEvidence e) {
            return Optional.empty();
        }
    }
}
