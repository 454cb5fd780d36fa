package id.kulkul.web.store;

import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.life.Rounds;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * Looks again and again, as long as the program runs, whether vault and blob folder still hold what the history names:
 * at what so many events a second name ({@code kulkul.recheck}), and into the ciphertexts themselves, so many bytes a
 * second ({@code kulkul.recheck-ciphertexts}); 0 for never.
 */
public final class HoldingsRounds {
    private static final Logger LOG = LoggerFactory.getLogger(HoldingsRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final StoredEvents history;
    private final FileBlobs blobs;
    private final SqliteVault vault;
    private final CaseVault cases;
    private final Rounds rounds;
    private final int events;
    private final long bytes;
    private volatile Lacking lacking = new Lacking(Set.of());
    private HoldingsDamage told = HoldingsDamage.NONE;

    HoldingsRounds(
            StoredEvents history,
            FileBlobs blobs,
            SqliteVault vault,
            CaseVault cases,
            Rounds rounds,
            int events,
            DataSize ciphertexts) {
        this.history = history;
        this.blobs = blobs;
        this.vault = vault;
        this.cases = cases;
        this.rounds = rounds;
        this.events = events;
        this.bytes = ciphertexts.toBytes();
    }

    /**
     * Begins, after the stores were found to agree.
     *
     * @param intact whether an event is what it was; another one names nothing
     * @param declared what was declared lost, as {@link Holdings#missing} names it
     */
    public void begin(Predicate<StoredEvent> intact, Set<String> declared) {
        var found = new Lacking(declared);
        lacking = found;
        var names = new HoldingsRecheck(new Walk(history), blobs, vault, cases, intact, found);
        var contents = new BlobRecheck(new Walk(history), blobs, intact, found);
        var ofNames = new Part("What the history names", () -> names.next(events));
        var ofContents = new Part("A ciphertext", () -> contents.next(bytes));
        rounds.loop("holdings", () -> EVERY, () -> {
            boolean ended = ofNames.isEnded();
            tell(ofContents.isEnded() || ended);
        });
    }

    /** What is known to be missing or altered at this moment. */
    public HoldingsDamage damage() {
        return lacking.damage();
    }

    /** A little of a round; whether it was the last of it. */
    private interface Step {
        boolean isLast() throws IOException;
    }

    /** One of the two rounds. What is thrown can name a file, and a file is named after what somebody sent. */
    private static final class Part {
        private final String what;
        private final Step step;
        private boolean failing;

        private Part(String what, Step step) {
            this.what = what;
            this.step = step;
        }

        private boolean isEnded() {
            try {
                boolean last = step.isLast();
                if (last) failing = false;
                return last;
            } catch (IOException | RuntimeException e) {
                if (e.getCause() instanceof Error broken) throw broken;
                if (!failing && !Thread.currentThread().isInterrupted())
                    LOG.error(
                            "{} could not be read again: {}", what, e.getClass().getName());
                failing = true;
                return false;
            }
        }
    }

    /** At once when it begins, and then as each round ends. */
    private void tell(boolean ended) {
        HoldingsDamage now = damage();
        if (now.equals(told) || (!told.isNone() && !ended)) return;
        if (now.isNone()) LOG.info("Vault and ciphertexts hold again what the history names.");
        else
            LOG.error(
                    "The history names what is gone or changed, as far as was seen: of the vault {} rows are missing and {} altered, of the ciphertexts {} are missing and {} altered. Put back the newest data.",
                    now.rows(),
                    now.alteredRows(),
                    now.blobs(),
                    now.alteredBlobs());
        told = now;
    }
}
