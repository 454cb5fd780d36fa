package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The offline verifier: reads an export once and says whether it is one unbroken history, or where it is not. */
public final class HistoryCheck {

    private final EventTypes types;
    private final Trust trust;
    private final Pins pins;
    private final PayloadReader payloads;
    private final LeafListener leaves;
    private final Cosignatures cosignatures;
    private @Nullable LogOrigin origin;
    private @Nullable ExportCheck lines;
    private @Nullable CheckpointCheck checkpoints;
    private boolean isOfOneCase;
    private boolean atFront = true;

    /**
     * A verifier for one export.
     *
     * @param types the names and numbers that count
     * @param anchor root and policy from elsewhere; empty to check the file against itself only
     * @param pins what else is known of this log from elsewhere
     * @param leaves told every leaf hash: of a whole log from the first to the last, of a case those of its events
     */
    public HistoryCheck(
            EventTypes types, Optional<Anchor> anchor, Pins pins, PayloadReader payloads, LeafListener leaves) {
        this.types = types;
        this.trust = new Trust(anchor.orElse(null));
        this.pins = pins;
        this.payloads = payloads;
        this.leaves = leaves;
        this.cosignatures = new Cosignatures(trust);
    }

    /**
     * Reads to the end or to the first fault.
     *
     * @throws IOException where the lines cannot be read
     */
    public Verdict check(ExportSource source) throws IOException {
        try {
            for (Optional<ExportLine> line = next(source); line.isPresent(); line = next(source)) accept(line.get());
            end();
            return verdict(Verdict.NO_INDEX, Verdict.NO_INDEX, null);
        } catch (Broken e) {
            return verdict(e.index(), e.last(), e.reason());
        }
    }

    private Optional<ExportLine> next(ExportSource source) throws IOException, Broken {
        try {
            return source.next();
        } catch (InvalidEvidence e) {
            throw new Broken(position(), e.reason());
        }
    }

    /** What says whose keys and lists count stands before the history: each event is checked against all of it. */
    private void accept(ExportLine line) throws Broken {
        if (line instanceof ExportLine.Header header && lines == null) {
            begin(header);
            return;
        }
        if (lines == null || origin == null) throw Broken.ofFile("not-an-export");
        try {
            atFront = atFront && isOfFront(line);
            if (atFront) trust(line, origin.tenant());
            else lines.accept(line);
        } catch (InvalidEvidence e) {
            throw Broken.ofFile(e.reason());
        }
    }

    private static boolean isOfFront(ExportLine line) {
        return line instanceof ExportLine.RootKeys
                || line instanceof ExportLine.Policy
                || line instanceof ExportLine.SignedManifest;
    }

    private void trust(ExportLine line, UUID tenant) throws InvalidEvidence {
        switch (line) {
            case ExportLine.RootKeys keys -> trust.accept(keys);
            case ExportLine.Policy policy -> trust.accept(policy);
            case ExportLine.SignedManifest manifest -> trust.accept(tenant, manifest);
            default -> throw new InvalidEvidence("misplaced-line");
        }
    }

    private void begin(ExportLine.Header header) throws Broken {
        origin = header.origin();
        isOfOneCase = header.ofOneCase();
        LogOrigin first = isOfOneCase ? origin : new LogOrigin(origin.tenant(), origin.log());
        pins.origin(first);
        pins.size(0, () -> new Frontier().root());
        EventCheck events = new EventCheck(types, origin, trust, payloads, pins);
        checkpoints = new CheckpointCheck(first, origin, trust);
        lines = header.ofOneCase()
                ? new CaseCheck(events, checkpoints, cosignatures, pins, leaves)
                : new LogCheck(events, checkpoints, cosignatures, pins, leaves);
    }

    private void end() throws Broken {
        if (lines == null || origin == null || checkpoints == null) throw Broken.ofFile("not-an-export");
        lines.end();
        if (!checkpoints.origin().equals(origin)) throw Broken.ofFile("origin-without-checkpoint");
        pins.signatures(trust);
        try {
            trust.complete();
            cosignatures.end();
        } catch (InvalidEvidence e) {
            throw Broken.ofFile(e.reason());
        }
    }

    /** The last checkpoint of the export. */
    Optional<SignedCheckpoint> newest() {
        return cosignatures.newest();
    }

    /** The last checkpoint of each origin that the export left for a later one. */
    List<SignedCheckpoint> closed() {
        return checkpoints == null ? List.of() : checkpoints.closed();
    }

    /** Whether it was the export of one case. */
    boolean isOfOneCase() {
        return isOfOneCase;
    }

    private long position() {
        return lines == null || atFront ? Verdict.NO_INDEX : lines.position();
    }

    private Verdict verdict(long index, long last, @Nullable String fault) {
        Digest root = lines == null ? new Frontier().root() : lines.root();
        long size = lines == null ? 0 : lines.size();
        return new Verdict(
                trust.isAnchored(),
                cosignatures.witnessed(),
                pins.agreed(),
                pins.uncompared(),
                size,
                root,
                index,
                last,
                fault,
                lines == null ? null : lines.span().orElse(null),
                origins(fault == null));
    }

    /** What others say of losses counts once their signatures were verified, which comes last. */
    private Origins origins(boolean valid) {
        Stream<Restored> own = checkpoints == null ? Stream.of() : checkpoints.restored().stream();
        List<Restored> restored = Stream.concat(own, valid ? pins.restored() : Stream.of())
                .distinct()
                .toList();
        Optional<TrustPolicy> policy = trust.policy();
        Optional<LogOrigin> last = Optional.ofNullable(origin);
        boolean unconfirmed =
                policy.flatMap(one -> last.filter(one::isOvertakenBy)).isPresent();
        boolean closed = policy.flatMap(one -> last.filter(one::closes)).isPresent();
        Optional<LogOrigin> untold = last.filter(one -> one.generation() > 1 && restored.isEmpty());
        return new Origins(restored, untold, pins.aside(), valid ? pins.closing() : List.of(), unconfirmed, closed);
    }
}
