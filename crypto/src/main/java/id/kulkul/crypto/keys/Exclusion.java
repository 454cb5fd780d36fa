package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * Which of its investigators a list can leave out, said by the label that its bytes begin with; a list keeps the
 * meaning that it was signed with.
 */
public enum Exclusion {
    /** Group g is everybody but the investigator at position g; read for ever, signed no more. */
    ONE("KULMAN01"),
    /**
     * Group g leaves out those at whose positions g has a bit, so that each set that leaves somebody has its group: 30
     * for five investigators. Of more than {@link #MOST} each can be left out alone, as in {@link #ONE}.
     */
    ANY("KULMAN02");

    /** Of so many investigators any can be left out together. */
    public static final int MOST = 5;

    static final int OUTSIDE = 31;

    private final String label;

    Exclusion(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The rule that a label names; an unknown one is refused. */
    public static Exclusion of(String label) throws OpenFailed {
        for (var each : values()) if (each.label.equals(label)) return each;
        throw new OpenFailed();
    }

    static Exclusion read(StructReader in) throws OpenFailed {
        return of(new String(in.take(ONE.label.length()), StandardCharsets.US_ASCII));
    }

    /** The bits of the groups that the investigator at this position, from 1, of so many is in. */
    long groups(int position, int investigators) {
        boolean sets = this == ANY && investigators <= MOST;
        int last = sets ? (1 << investigators) - 2 : Math.min(investigators, OUTSIDE - 1);
        return IntStream.rangeClosed(1, last)
                .filter(group -> sets ? (group >>> (position - 1) & 1) == 0 : group != position)
                .mapToLong(group -> 1L << group)
                .reduce(1, (one, other) -> one | other);
    }
}
