package id.kulkul.query.casework;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Position;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked about cases of every kind at once; {@code now} decides what is late, and access is always today's.
 */
public sealed interface CaseworkQuery {
    /**
     * The open cases on a person's desk as {@link InboxPage}, without those that were set aside.
     *
     * @param covered the position up to which a checkpoint covers everything: of what protected senders sent, nothing
     *     later counts, so that nobody of the office learns the minute in which somebody reported or answered
     * @param held whether only those that the person holds are listed and counted
     * @param page counted from 1
     */
    record Inbox(UUID person, Instant now, Position covered, boolean held, int page) implements CaseworkQuery {}

    /** Those that were set aside, likewise, whoever holds them. */
    record SetAside(UUID person, Instant now, Position covered, int page) implements CaseworkQuery {}

    /**
     * The closed cases that a person may read as {@link ArchivePage}, the one closed last first.
     *
     * @param covered as for {@link Inbox}
     * @param held whether only those that the person held to the end
     * @param after the case after which the page begins; null for the first page
     */
    record Archive(
            UUID person,
            Position covered,
            boolean held,
            @Nullable UUID after) implements CaseworkQuery {}

    /**
     * The case of that number as an optional {@link InboxCard}, closed or set aside though it may be; empty for a
     * person on whose desk it does not lie.
     *
     * @param number in capitals with its dashes
     * @param covered as for {@link Inbox}
     */
    record ByNumber(String number, UUID person, Instant now, Position covered) implements CaseworkQuery {}

    /**
     * The stored name of a case's aggregate as an optional {@link String}; empty for a person on whose desk it does not
     * lie.
     *
     * @param covered as for {@link Inbox}
     */
    record KindOf(UUID id, UUID person, Position covered) implements CaseworkQuery {}

    /**
     * Every case whose events are leaves of a log, as it was known at a position, closed ones too, as {@link PastList}.
     * Cases of several logs are in no list together: their order would tell more of a protected case than its hour.
     *
     * @param now the day of the moment decides what was late
     */
    record CasesAt(LogName log, Position position, Instant now) implements CaseworkQuery {}

    /**
     * One case as an optional {@link PastCase}: empty where its events cannot be read up to that one.
     *
     * @param kind the stored name of its aggregate
     * @param sequence the case's own count of its last event that counts
     * @param now the day of the moment decides what was late
     */
    record CaseAt(String kind, UUID id, long sequence, Instant now) implements CaseworkQuery {}

    /**
     * After which of its events, counted from 0, one more duty of a case was known to be late; a list of {@link Long}.
     */
    record MissedDuties(String kind, UUID id) implements CaseworkQuery {}

    /**
     * Of each kind at most 500 duties that are too late by now and that nobody has recorded as missed, as a list of
     * {@link MissedDuty}.
     */
    record Overdue(Instant now) implements CaseworkQuery {}
}
