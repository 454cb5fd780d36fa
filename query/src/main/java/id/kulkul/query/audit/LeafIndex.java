package id.kulkul.query.audit;

import id.kulkul.crypto.log.LogName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place of one leaf in one log, padding included: what everybody may name a moment by, other than its
 * {@link Position}.
 *
 * @param value counted from 0
 */
public record LeafIndex(LogName log, long value) {
    private static final Pattern TEXT = Pattern.compile("([a-z]{1,8})-(0|[1-9][0-9]{0,17})");

    /** Refuses what lies before the first leaf. */
    public LeafIndex {
        if (value < 0) throw new IllegalArgumentException("no leaf has this index");
    }

    /** The index of a text such as {@code wbs-4711}; empty for any other. */
    public static Optional<LeafIndex> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) return Optional.empty();
        return Optional.of(parts.group(1))
                .filter(LogName::isOne)
                .map(log -> new LeafIndex(LogName.of(log), Long.parseLong(parts.group(2))));
    }

    /** Such as {@code wbs-4711}. */
    public String text() {
        return log.text() + "-" + value;
    }

    /** The place after this one. */
    public LeafIndex next() {
        return new LeafIndex(log, value + 1);
    }

    @Override
    public String toString() {
        return text();
    }
}
