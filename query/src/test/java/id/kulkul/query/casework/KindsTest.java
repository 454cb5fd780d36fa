package id.kulkul.query.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import id.kulkul.command.policy.Policies;
import id.kulkul.command.policy.Progress;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.CaseworkQuery.Archive;
import id.kulkul.query.casework.CaseworkQuery.ByNumber;
import id.kulkul.query.casework.CaseworkQuery.CasesAt;
import id.kulkul.query.casework.CaseworkQuery.Inbox;
import id.kulkul.query.casework.CaseworkQuery.Overdue;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.SqliteReadStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases of two kinds lie on one shelf, and every answer tells of both. */
class KindsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final UUID PERSON = new UUID(1, 1);
    private static final UUID UNIT = new UUID(2, 2);
    private static final String RULES = "wbs-2026.1";

    private static final EventTypes TYPES = EventTypes.of("""
            aggregate\t1\tone\twbs\tONE
            aggregate\t2\tother\twbs\tOTH
            aggregate\t3\tthird\topen\tTHI
            """);

    private SqliteReadStore store;
    private Inboxes inboxes;
    private PastCases past;
    private Duties duties;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = new SqliteReadStore(folder.resolve("read.db"));
        var posts = new Posts(store);
        inboxes = new Inboxes(store, posts, new Discretions(Map.of("one", Discretion.NONE, "other", Discretion.NONE)));
        past = new PastCases(TYPES, store, posts, 2);
        duties = new Duties(List.of("one", "other"), store);
        put("one", 1, PERSON);
        put("other", 2, PERSON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_desk_holds_both_kinds_and_finds_each_by_its_number() {
        var page = inboxes.answer(new Inbox(PERSON, MONDAY, new Position(Long.MAX_VALUE), false, 1));
        assertThat(page.piles().stream().flatMap(pile -> pile.cards().stream()))
                .extracting(InboxCard::kind)
                .containsExactlyInAnyOrder("one", "other");
        assertThat(inboxes.answer(new ByNumber("OTH-2", PERSON, MONDAY, new Position(Long.MAX_VALUE))))
                .map(InboxCard::kind)
                .contains("other");
        assertThat(inboxes.answer(new ByNumber("OTH-2", UNIT, MONDAY, new Position(Long.MAX_VALUE))))
                .isEmpty();
    }

    @Test
    void an_archive_holds_closed_cases_of_both_kinds_and_an_opened_one_leaves_it() {
        var archives = new Archives(
                store, new Posts(store), new Discretions(Map.of("one", Discretion.NONE, "other", Discretion.NONE)));
        var asked = new Archive(PERSON, new Position(Long.MAX_VALUE), false, null);
        put("one", 1, 3, PERSON, new Closing(MONDAY, 3, "one-refused", "REASON"));
        put("other", 2, 4, PERSON, new Closing(MONDAY, 4, "other-done", ""));
        assertThat(archives.answer(asked).cards())
                .extracting(ClosedCard::kind, card -> card.closing().event())
                .containsExactly(tuple("other", "other-done"), tuple("one", "one-refused"));
        assertThat(inboxes.answer(new Inbox(PERSON, MONDAY, new Position(Long.MAX_VALUE), false, 1))
                        .all())
                .isZero();
        put("other", 2, 5, PERSON, null);
        assertThat(archives.answer(asked).cards()).extracting(ClosedCard::kind).containsExactly("one");
    }

    @Test
    void the_desk_of_a_unit_is_like_that_of_a_person() {
        put("other", 3, UNIT);
        assertThat(inboxes.answer(new Inbox(UNIT, MONDAY, new Position(Long.MAX_VALUE), false, 1))
                        .all())
                .isEqualTo(1);
        assertThat(inboxes.answer(new Inbox(PERSON, MONDAY, new Position(Long.MAX_VALUE), false, 1))
                        .all())
                .isEqualTo(2);
    }

    @Test
    void a_list_at_a_position_holds_what_both_kinds_had_then_and_says_when_it_was_cut() {
        assertThat(past.answer(new CasesAt(LogName.WBS, new Position(1), MONDAY))
                        .cards())
                .extracting(PastCard::kind)
                .containsExactly("one");
        assertThat(past.answer(new CasesAt(LogName.WBS, new Position(2), MONDAY))
                        .cut())
                .isFalse();
        put("other", 3, UNIT);
        assertThat(past.answer(new CasesAt(LogName.WBS, new Position(3), MONDAY)))
                .satisfies(list -> assertThat(list.cards()).hasSize(2))
                .satisfies(list -> assertThat(list.cut()).isTrue());
    }

    @Test
    void a_duty_that_is_late_is_told_with_its_kind() {
        var late = duties.answer(new Overdue(MONDAY.plus(Duration.ofDays(9))));
        assertThat(late).extracting(MissedDuty::kind).containsExactlyInAnyOrder("one", "other");
        assertThat(late).extracting(MissedDuty::clock).containsOnly("acknowledge");
    }

    /** Whatever becomes of the late ones of one kind, those of another are told. */
    @Test
    void many_late_cases_of_one_kind_hide_none_of_another() {
        for (int number = 10; number < 520; number++) put("one", number, PERSON);
        assertThat(duties.answer(new Overdue(MONDAY.plus(Duration.ofDays(9)))))
                .extracting(MissedDuty::kind)
                .contains("other");
    }

    @Test
    void a_list_of_one_log_is_not_cut_by_the_cases_of_another() {
        for (int number = 3; number < 9; number++) put("third", number, PERSON);
        assertThat(past.answer(new CasesAt(LogName.WBS, new Position(9), MONDAY)))
                .satisfies(list ->
                        assertThat(list.cards()).extracting(PastCard::kind).containsExactlyInAnyOrder("one", "other"))
                .satisfies(list -> assertThat(list.cut()).isFalse());
        assertThat(past.answer(new CasesAt(LogName.OPEN, new Position(9), MONDAY))
                        .cut())
                .isTrue();
    }

    /** What must be kept off desks is forgotten for no kind. */
    @Test
    void a_kind_of_which_nobody_says_what_is_kept_off_desks_is_shown_to_nobody() {
        put("third", 3, PERSON);
        assertThatIllegalStateException()
                .isThrownBy(() -> inboxes.answer(new Inbox(PERSON, MONDAY, new Position(Long.MAX_VALUE), false, 1)));
    }

    private void put(String kind, int number, UUID desk) {
        put(kind, number, number, desk, null);
    }

    private void put(String kind, int number, long position, UUID desk, @Nullable Closing closing) {
        var rules = Policies.rules(RULES).orElseThrow();
        var card = new Card(
                kind,
                new UUID(9, number),
                kind.substring(0, 3).toUpperCase(Locale.ROOT) + "-" + number,
                closing,
                "RECEIVED",
                "other",
                RULES,
                MONDAY,
                Progress.NONE.after(rules, "report-submitted", MONDAY),
                List.of(desk),
                true,
                false,
                Next.always(new Next.Step("ACKNOWLEDGE", false)),
                null,
                number,
                number,
                false);
        store.put(Card.SHELF, kind + number, position, card);
    }
}
