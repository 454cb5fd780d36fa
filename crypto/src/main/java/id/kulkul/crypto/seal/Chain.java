package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import java.util.Optional;

/**
 * Follows the reports and messages of one sender in one case, in the order in which they came, and notices what was
 * held back or moved. What comes last can always be held back unnoticed.
 */
public final class Chain {
    /** What is wrong with the place of an item. */
    public enum Flaw {
        /** Something that the sender wrote before this is not there. */
        MISSING_BEFORE,
        /** It is older than what came before it, or it came before. */
        OUT_OF_ORDER
    }

    private Digest last = Digest.ZERO;
    private long seq = -1;

    /** Takes the next item, whose author has been verified; with a flaw or without, the chain goes on from it. */
    public Optional<Flaw> next(ItemHeader header, Inner inner) {
        if (!header.context().kind().isChained()) throw new IllegalArgumentException("Only texts are chained.");
        if (inner.seq() <= seq) return Optional.of(Flaw.OUT_OF_ORDER);
        boolean follows = inner.prev().equals(last);
        last = header.digest();
        seq = inner.seq();
        return follows ? Optional.empty() : Optional.of(Flaw.MISSING_BEFORE);
    }
}
