package id.kulkul.query.casework;

import id.kulkul.command.policy.Clocks;
import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.Policies;
import id.kulkul.command.policy.Progress;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.store.Shelf;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every list must know of a case, whatever its kind; the feature of that kind puts it on the shelf.
 *
 * @param kind the stored name of its aggregate, such as {@code report}
 * @param number what people call the case
 * @param closing how it ended; null for an open one
 * @param state the code of its stage
 * @param subject the code of what it is about
 * @param rules the version of the rules that the case keeps
 * @param desks the people or units on whose desks it lies, and nobody else's
 * @param untaken whether nobody has taken it up
 * @param news whether its sender has sent something that was given to nobody yet
 * @param holder who last acted on it for the office and has not lost access since
 * @param arrived the position at which it came
 * @param heard the position at which its sender sent something last
 * @param touched whether anybody of the office has looked into it or dealt with it
 */
public record Card(
        String kind,
        UUID id,
        String number,
        @Nullable Closing closing,
        String state,
        String subject,
        String rules,
        Instant received,
        Progress progress,
        List<UUID> desks,
        boolean untaken,
        boolean news,
        Next next,
        @Nullable UUID holder,
        long arrived,
        long heard,
        boolean touched) {
    /** The shelf of all kinds, by the id of the case; it keeps every version. */
    public static final Shelf<Card> SHELF = Shelf.versioned("card", Card.class)
            .foundByEach("desk", Card::places)
            .foundEverBy("kind", Card::kind)
            .foundBy("open", Card::place)
            .foundBy("nextAt", Card::nextAt)
            .foundEverBy("number", Card::number)
            .foundByEach("archive", Card::archives)
            .foundBy("closed", Card::ended);

    private static final String HELD = "held";

    /** Whether it is not closed. */
    boolean open() {
        return closing == null;
    }

    /** Where an open case stands among all of them, the oldest first; null for a closed one. */
    @Nullable
    Long place() {
        return open() ? arrived : null;
    }

    /** The desks on which an open case lies; none of a closed one. */
    List<String> places() {
        return open() ? desks.stream().map(Hex16::of).toList() : List.of();
    }

    /** Where a closed case stands among all of them, the one closed last first; null for an open one. */
    @Nullable
    Long ended() {
        return closing == null ? null : Long.valueOf(-closing.position());
    }

    /** In whose archives a closed case lies, and among those of a person that this person held. */
    private List<String> archives() {
        if (open()) return List.of();
        var all = desks.stream().map(person -> archive(person, false));
        return (holder == null ? all : Stream.concat(all, Stream.of(archive(holder, true)))).toList();
    }

    /** The name of a person's archive, or of the part that the person held. */
    static String archive(UUID person, boolean held) {
        return held ? HELD + Hex16.of(person) : Hex16.of(person);
    }

    /**
     * The first moment that is too late for a duty whose miss is not recorded, in seconds since 1970; null if none
     * runs.
     */
    @Nullable
    Long nextAt() {
        return Policies.rules(rules)
                .flatMap(version -> Clocks.nextDuty(version, progress))
                .map(Instant::getEpochSecond)
                .orElse(null);
    }

    /** Every clock of the case that has begun. */
    public List<Due> clocks() {
        return Policies.rules(rules)
                .map(version -> Clocks.of(version, progress))
                .orElse(List.of());
    }
}
