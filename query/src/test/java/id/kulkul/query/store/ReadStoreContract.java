package id.kulkul.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all read models promise, wherever their documents and tokens lie. */
abstract class ReadStoreContract {
    record Note(String text, boolean open, @Nullable Integer rank) {}

    static final Shelf<Note> NOTES = Shelf.versioned("note", Note.class)
            .foundEverBy("open", Note::open)
            .foundEverBy("rank", Note::rank)
            .foundByEach("word", note -> List.of(note.text().split("\\W+")));
    static final Where OPEN = Where.atMost(10).equal("open", true).orderedBy("rank");

    /** In which there is a shelf for notes, and nothing on it. */
    abstract ReadModels models();

    /** Closes them and opens them again. */
    abstract void reopen();

    ReadStore store() {
        return models().store();
    }

    @Test
    void a_document_is_found_with_the_position_from_which_it_holds() {
        store().put(NOTES, "a", 3, note("one", 1));
        assertThat(store().one(NOTES, "a")).contains(new Held<>(3, note("one", 1)));
        assertThat(store().one(NOTES, "b")).isEmpty();
    }

    @Test
    void a_visitor_walks_in_order_until_it_has_enough() {
        for (var rank = 5; rank > 0; rank--) store().put(NOTES, "n" + rank, 10 - rank, note("note " + rank, rank));
        var walked = new ArrayList<Integer>();
        store().walk(NOTES, Where.any().equal("open", true).orderedBy("rank"), note -> {
            walked.add(note.rank());
            return walked.size() < 3;
        });
        assertThat(walked).containsExactly(1, 2, 3);
    }

    @Test
    void an_older_or_equal_position_writes_nothing() {
        store().put(NOTES, "a", 3, note("one", 1));
        store().put(NOTES, "a", 3, note("two", 1));
        store().put(NOTES, "a", 2, note("three", 1));
        assertThat(store().one(NOTES, "a")).contains(new Held<>(3, note("one", 1)));
        assertThat(textsAt(2)).isEmpty();
        assertThat(textsAt(99)).containsExactly("one");
    }

    @Test
    void an_unchanged_document_makes_no_version() {
        store().put(NOTES, "a", 3, note("one", 1));
        store().put(NOTES, "a", 4, note("one", 1));
        assertThat(store().one(NOTES, "a")).contains(new Held<>(3, note("one", 1)));
        assertThat(textsAt(3)).containsExactly("one");
    }

    @Test
    void every_version_holds_from_its_position_to_the_next() {
        store().put(NOTES, "a", 3, note("one", 1));
        store().put(NOTES, "a", 7, note("two", 1));
        assertThat(textsAt(2)).isEmpty();
        assertThat(textsAt(3)).containsExactly("one");
        assertThat(textsAt(6)).containsExactly("one");
        assertThat(textsAt(7)).containsExactly("two");
        assertThat(textsAt(99)).containsExactly("two");
    }

    private List<String> textsAt(long position) {
        return store().allAt(NOTES, Where.any(), position).stream()
                .map(Note::text)
                .toList();
    }

    @Test
    void a_list_is_filtered_ordered_and_limited() {
        store().put(NOTES, "a", 1, note("last", 9));
        store().put(NOTES, "b", 2, note("first", 1));
        store().put(NOTES, "c", 3, new Note("closed", false, 0));
        assertThat(store().all(NOTES, OPEN)).extracting(Note::text).containsExactly("first", "last");
        assertThat(store().all(NOTES, Where.atMost(1).orderedBy("rank")))
                .extracting(Note::text)
                .containsExactly("closed");
        assertThat(store().all(NOTES, Where.atMost(9).before("rank", 1)))
                .extracting(Note::text)
                .containsExactly("closed");
        assertThat(store().all(NOTES, Where.atMost(9).after("rank", 1)))
                .extracting(Note::text)
                .containsExactly("last");
    }

    @Test
    void a_list_can_be_asked_as_of_a_position() {
        store().put(NOTES, "a", 1, note("one", 1));
        store().put(NOTES, "a", 5, new Note("one", false, 1));
        store().put(NOTES, "b", 6, note("two", 2));
        assertThat(store().allAt(NOTES, OPEN, 4)).extracting(Note::text).containsExactly("one");
        assertThat(store().allAt(NOTES, OPEN, 5)).isEmpty();
        assertThat(store().allAt(NOTES, OPEN, 6)).extracting(Note::text).containsExactly("two");
    }

    @Test
    void a_document_is_found_by_each_of_several_as_long_as_it_has_them() {
        store().put(NOTES, "a", 1, note("red blue red", 2));
        store().put(NOTES, "b", 2, note("blue", 1));
        assertThat(texts("blue")).containsExactly("blue", "red blue red");
        assertThat(texts("red")).containsExactly("red blue red");
        assertThat(texts("bl")).isEmpty();
        store().put(NOTES, "a", 3, note("red green", 2));
        assertThat(texts("blue")).containsExactly("blue");
        assertThat(texts("green")).containsExactly("red green");
        assertThatThrownBy(() -> store().allAt(NOTES, Where.any().holding("word", "red"), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> texts(String word) {
        var found = store().all(NOTES, Where.any().holding("word", word).orderedBy("rank"));
        assertThat(store().all(NOTES, Where.any().having("word", word).orderedBy("rank")))
                .isEqualTo(found);
        return found.stream().map(Note::text).toList();
    }

    @Test
    void a_text_by_which_a_document_is_found_needs_no_escape() {
        assertThatThrownBy(() -> Each.bound(List.of("it's"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Each.bound(List.of())).isEqualTo("[]");
    }

    @Test
    void a_field_that_is_absent_is_before_nothing() {
        store().put(NOTES, "a", 1, new Note("unranked", true, null));
        assertThat(store().all(NOTES, Where.atMost(9).before("rank", 100))).isEmpty();
    }

    @Test
    void a_field_is_a_name_and_nothing_else() {
        assertThatThrownBy(() -> store().all(NOTES, Where.atMost(1).equal("open') OR 1=1 --", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().all(NOTES, Where.atMost(1).orderedBy("text")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Field<Note>("open') OR 1=1 --", Field.Found.NOW, Note::open))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shelf.current("note; DROP TABLE note", Note.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void documents_and_token_commit_together() {
        var transaction = models().transactions().startTransaction();
        store().put(NOTES, "a", 1, note("one", 1));
        models().tokens().storeToken(new GlobalSequenceTrackingToken(1), "board", 0);
        transaction.commit();
        assertThat(store().one(NOTES, "a")).isPresent();
        assertThat(models().tokens().fetchToken("board", 0)).isEqualTo(new GlobalSequenceTrackingToken(1));
    }

    @Test
    void documents_and_token_are_rolled_back_together() {
        var transaction = models().transactions().startTransaction();
        store().put(NOTES, "a", 1, note("one", 1));
        models().tokens().storeToken(new GlobalSequenceTrackingToken(1), "board", 0);
        transaction.rollback();
        transaction.rollback();
        assertThat(store().one(NOTES, "a")).isEmpty();
        assertThat(models().tokens().fetchSegments("board")).isEmpty();
    }

    @Test
    void nobody_else_sees_what_is_not_committed() {
        var transaction = models().transactions().startTransaction();
        store().put(NOTES, "a", 1, note("one", 1));
        assertThat(store().one(NOTES, "a")).isPresent();
        assertThat(elsewhere()).isEmpty();
        transaction.commit();
        assertThat(elsewhere()).hasSize(1);
    }

    private List<Note> elsewhere() {
        return CompletableFuture.supplyAsync(() -> store().all(NOTES, OPEN))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void tokens_of_a_replay_survive_a_restart() {
        var replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(2));
        models().tokens().storeToken(replay, "board", 0);
        models().tokens().storeToken(null, "fresh", 0);
        reopen();
        assertThat(models().tokens().fetchToken("board", 0)).isEqualTo(replay);
        assertThat(models().tokens().fetchToken("fresh", 0)).isNull();
        assertThat(models().tokens().fetchSegments("fresh")).containsExactly(0);
    }

    @Test
    void a_history_goes_on_after_a_restart_and_after_a_rollback() {
        store().put(NOTES, "a", 1, note("one", 1));
        store().put(NOTES, "a", 2, note("two", 1));
        var transaction = models().transactions().startTransaction();
        store().put(NOTES, "a", 3, note("undone", 1));
        transaction.rollback();
        reopen();
        store().put(NOTES, "a", 4, note("three", 1));
        store().put(NOTES, "b", 5, note("other", 1));
        store().put(NOTES, "a", 6, note("four", 1));
        assertThat(textsAt(1)).containsExactly("one");
        assertThat(textsAt(3)).containsExactly("two");
        assertThat(textsAt(4)).containsExactly("three");
        assertThat(textsAt(5)).containsExactlyInAnyOrder("three", "other");
        assertThat(textsAt(6)).containsExactlyInAnyOrder("four", "other");
    }

    @Test
    void the_processor_that_has_read_least_says_how_far_all_have() {
        assertThat(models().reached(List.of("board", "list"))).isZero();
        models().tokens().storeToken(new GlobalSequenceTrackingToken(8), "board", 0);
        assertThat(models().reached(List.of("board", "list"))).isZero();
        models().tokens().storeToken(new GlobalSequenceTrackingToken(4), "list", 0);
        assertThat(models().reached(List.of("board", "list"))).isEqualTo(5);
        assertThat(models().reached(List.of("board"))).isEqualTo(9);
    }

    @Test
    void they_are_of_another_history_where_one_has_read_further_than_it_goes() {
        models().tokens().storeToken(new GlobalSequenceTrackingToken(8), "board", 0);
        reopen();
        assertThat(models().areOfAnother(9)).isFalse();
        assertThat(models().areOfAnother(8)).isTrue();
    }

    @Test
    void what_is_filled_anew_takes_the_place_of_all_with_its_tokens_and_answers_from_then_on()
            throws InterruptedException {
        store().put(NOTES, "old", 1, note("old", 1));
        models().rebuild(shelves -> {
            shelves.prepare(NOTES);
            shelves.put(NOTES, "new", 2, note("new", 1));
            assertThat(shelves.one(NOTES, "new")).contains(new Held<>(2, note("new", 1)));
            assertThat(store().all(NOTES, OPEN)).containsExactly(note("old", 1));
            return Map.of("board", new GlobalSequenceTrackingToken(2));
        });
        assertThat(store().all(NOTES, OPEN)).containsExactly(note("new", 1));
        assertThat(models().reached(List.of("board"))).isEqualTo(3);
        reopen();
        assertThat(store().all(NOTES, OPEN)).containsExactly(note("new", 1));
    }

    @Test
    void a_filling_that_fails_leaves_everything_as_it_was() {
        store().put(NOTES, "old", 1, note("old", 1));
        assertThatThrownBy(() -> models().rebuild(shelves -> {
                    shelves.prepare(NOTES);
                    shelves.put(NOTES, "new", 2, note("new", 1));
                    throw new IllegalStateException("as a test");
                }))
                .hasMessage("as a test");
        assertThat(store().all(NOTES, OPEN)).containsExactly(note("old", 1));
    }

    static Note note(String text, int rank) {
        return new Note(text, true, rank);
    }
}
