package id.kulkul.web.seen;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.query.audit.Leaves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the stores lack of what was signed.
 *
 * @param logs those whose last signed state the history does not hold
 * @param events how many it has
 * @param contents rows of the vault and ciphertexts that the history names and nothing holds
 */
record Difference(List<Shorter> logs, long events, SortedSet<String> contents) {
    private static final int CODE = 8;

    /**
     * A log whose last signed state is not there, be it that only its checkpoint is gone and nothing that it covered.
     *
     * @param successor the origin in which it goes on once the loss is declared
     */
    record Shorter(LogName log, Signed signed, long size, Digest root, boolean isOther, LogOrigin successor) {
        String words() {
            if (successor.generation() > 2 && size >= signed.size())
                return "the log " + log.text() + " does not hold what was signed at " + signed.size() + " leaves as "
                        + signed.origin();
            return size < signed.size()
                    ? "the log " + log.text() + " has " + size + " leaves where " + signed.size() + " were signed"
                    : "the log " + log.text() + " holds another history than was signed at " + signed.size()
                            + " leaves";
        }
    }

    /** Compares; what was declared lost before is no difference. */
    static Difference between(Seen seen, Leaves leaves, long events, SortedSet<String> missing) throws IOException {
        List<Shorter> logs = new ArrayList<>();
        for (LogName log : LogName.values()) {
            Optional<Signed> signed = seen.of(log);
            if (signed.isEmpty() || isDamaged(leaves, log)) continue;
            boolean other = isOther(leaves, log, signed.get());
            if (other || events < signed.get().events())
                logs.add(new Shorter(
                        log,
                        signed.get(),
                        leaves.size(log),
                        root(leaves, log),
                        other,
                        successor(leaves, log, signed.get())));
        }
        SortedSet<String> contents = new TreeSet<>(missing);
        contents.removeAll(seen.lost());
        return new Difference(logs, events, contents);
    }

    /** It has another root there, or does not know that its origin was closed before. */
    private static boolean isOther(Leaves leaves, LogName log, Signed signed) {
        return !leaves.root(log, signed.size()).equals(Optional.of(signed.root()))
                || leaves.origin(log).isBefore(signed.origin());
    }

    /**
     * The one after both that were noted and stored; the stored one where it is later already, as after a declaration
     * that was interrupted.
     */
    private static LogOrigin successor(Leaves leaves, LogName log, Signed signed) {
        LogOrigin stored = leaves.origin(log);
        return signed.origin().isBefore(stored) ? stored : signed.origin().next();
    }

    /**
     * A log that no longer leads to its own roots is damaged, not older: it says so itself, on its pages, and is not
     * signed.
     */
    private static boolean isDamaged(Leaves leaves, LogName log) {
        return leaves.damage(log).filter(damage -> damage.isFatal()).isPresent();
    }

    private static Digest root(Leaves leaves, LogName log) {
        return leaves.root(log, leaves.size(log)).orElse(Digest.ZERO);
    }

    /**
     * The logs to be declared: those that are others, or, where only events after the last marks are gone, all that
     * miss their checkpoint.
     */
    List<Shorter> lost() {
        List<Shorter> others = logs.stream().filter(Shorter::isOther).toList();
        return others.isEmpty() ? logs : others;
    }

    boolean isNone() {
        return logs.isEmpty() && contents.isEmpty();
    }

    long rows() {
        return contents.stream().filter(line -> line.startsWith("row")).count();
    }

    long blobs() {
        return contents.size() - rows();
    }

    /** The digest of the list of lost contents. */
    Digest list() {
        return Digest.sha256(String.join("\n", contents).getBytes(StandardCharsets.UTF_8));
    }

    String words() {
        List<String> parts = new ArrayList<>();
        logs.stream().filter(Shorter::isOther).forEach(log -> parts.add(log.words()));
        long noted = logs.stream().mapToLong(log -> log.signed().events()).max().orElse(0);
        if (noted > events) parts.add("the history has " + events + " events where " + noted + " were noted");
        if (rows() > 0) parts.add(rows() + " rows of the vault that the history needs are missing");
        if (blobs() > 0) parts.add(blobs() + " ciphertexts that the history names are missing");
        return String.join("; ", parts);
    }

    /**
     * Names this very difference and no other, so that a declaration that is left in a start line declares nothing else
     * later.
     */
    String code() {
        StringBuilder text = new StringBuilder("kulkul/v1/difference\n");
        for (Shorter log : logs)
            text.append(log.signed().text())
                    .append(log.size())
                    .append('\n')
                    .append(log.root().hex());
        text.append(list().hex());
        return Digest.sha256(text.toString().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, CODE);
    }
}
