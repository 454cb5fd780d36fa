package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventRow;
import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.seal.CaseIds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {

    private static final int HEAD = 4;
    private static final History STORY = History.story();
    private static final List<String> EXPORT = STORY.whole();
    /** The leaf indexes of the events, and the lines they stand in after the head. */
    private static final int[] INDEX = {0, 1, 2, 3, 4, 16, 17, 18, 19};

    private static final int[] LINE = {0, 1, 2, 3, 4, 7, 8, 9, 10};

    private final Path directory;

    VerifyTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_whole_history_under_the_right_root_and_policy_is_valid() {
        Verified anchored = Verified.anchored(directory, EXPORT);
        assertThat(anchored.lines())
                .containsExactly(
                        "anchor=policy",
                        "witnesses=0/0",
                        "checkpoints=0",
                        "VALID size=24 root=" + STORY.tree.root(24).hex());
        assertThat(anchored.exit()).isZero();
        assertThat(anchored.said()).isEmpty();
    }

    @Test
    void without_root_and_policy_it_is_valid_relative_to_itself_and_says_so() {
        Verified alone = Verified.export(directory, EXPORT);
        assertThat(alone.exit()).isEqualTo(2);
        assertThat(alone.lines()).startsWith("anchor=none", "witnesses=0/0", "checkpoints=0");
        assertThat(alone.verdict()).startsWith("VALID size=24 ");
        assertThat(alone.said()).hasLineCount(1).startsWith("Valid relative to this file only");
    }

    /** These files were written once and never again: whatever this version has become, it must still believe them. */
    @ParameterizedTest
    @ValueSource(strings = {"export-1.jsonl", "case-export-1.jsonl"})
    void an_export_of_an_earlier_version_is_still_valid(String name) throws IOException {
        try (InputStream file = getClass().getResourceAsStream(name)) {
            byte[] content = Objects.requireNonNull(file).readAllBytes();
            assertThat(Verified.export(directory, content).verdict())
                    .isEqualTo("VALID size=24 root=9f945288c0f8773cde2d4a49447f4cdb51f556eddf163129b7806f70a7b0d2e3");
        }
    }

    /** Before the second revision the sender chose the id; since then it must follow from what the event says. */
    @Test
    void a_report_whose_id_does_not_follow_from_its_reporters_keys_is_named() {
        Digest keys = Digest.sha256(new byte[] {1});
        UUID nonce = new UUID(5, 5);
        UUID named = CaseIds.of(Fixtures.TENANT, keys, nonce);
        for (String revision : List.of("2", "3")) {
            assertThat(Verified.export(directory, submitted(revision, named, keys, nonce))
                            .verdict())
                    .startsWith("VALID ");
            invalid(submitted(revision, History.report(1), keys, nonce), 0, "case-id-differs");
            invalid(submitted(revision, named, Digest.sha256(new byte[] {2}), nonce), 0, "case-id-differs");
            invalid(submitted(revision, named, keys, new UUID(5, 6)), 0, "case-id-differs");
            invalid(submitted(revision, named, keys, null), 0, "case-id-differs");
        }
    }

    private static List<String> submitted(String revision, UUID report, Digest keys, @Nullable UUID nonce) {
        EventRow first = History.row(report, 0, "report-submitted", new UUID(0, 0), 1);
        String json = "{\"reporterKeys\":\"" + keys.hex() + "\""
                + (nonce == null ? "}" : ",\"nonce\":\"" + Hex16.of(nonce) + "\"}");
        EventRow submitted = new EventRow(
                first.eventId(),
                first.aggregateType(),
                report,
                0,
                first.name(),
                revision,
                first.timeMillis(),
                json.getBytes(StandardCharsets.UTF_8),
                first.tenant(),
                first.actor(),
                first.salt(),
                first.subject());
        return new History(Fixtures.KEYS, true).add(submitted).checkpoint(1).whole();
    }

    @Test
    void another_root_or_another_policy_is_not_believed() throws IOException {
        Path policy = Files.writeString(directory.resolve("policy"), History.POLICY);
        Path other = Files.writeString(directory.resolve("other"), "# changed\n" + History.POLICY);
        String root = History.ROOT.publicKey().rootFingerprint().hex();
        String wrong = "00" + root.substring(2);
        assertThat(Verified.export(directory, EXPORT, "--root", wrong, "--policy", policy.toString())
                        .verdict())
                .isEqualTo("INVALID reason=other-root-keys");
        assertThat(Verified.export(directory, EXPORT, "--root", root, "--policy", other.toString())
                        .verdict())
                .isEqualTo("INVALID reason=policy-not-in-manifest");
    }

    @Test
    void an_edited_event_is_named() {
        for (int i = 0; i < INDEX.length; i++) {
            List<String> file = new ArrayList<>(EXPORT);
            String line = file.get(HEAD + LINE[i]);
            file.set(HEAD + LINE[i], line.replace("\"eventId\":\"000000000000e0", "\"eventId\":\"100000000000e0"));
            assertThat(file).isNotEqualTo(EXPORT);
            invalid(file, INDEX[i], "event-altered");
        }
    }

    @Test
    void a_deleted_event_is_named() {
        for (int i = 0; i < INDEX.length; i++) {
            List<String> file = new ArrayList<>(EXPORT);
            file.remove(HEAD + LINE[i]);
            invalid(file, INDEX[i], "event-missing");
        }
    }

    @Test
    void an_inserted_event_is_named() {
        String inserted =
                new ExportLine.Event(History.row(History.report(9), 0, "report-submitted", new UUID(0, 0), 99)).text();
        for (int i = 0; i < INDEX.length; i++) {
            List<String> file = new ArrayList<>(EXPORT);
            file.add(HEAD + LINE[i], inserted);
            invalid(file, INDEX[i], "event-inserted");
        }
        List<String> appended = new ArrayList<>(EXPORT);
        appended.add(inserted);
        Verified behind = Verified.export(directory, appended);
        assertThat(behind.verdict()).isEqualTo("UNDECIDED reason=cut");
        assertThat(behind.said()).contains("event 24", "put behind its end");
        assertThat(behind.exit()).isEqualTo(2);
    }

    /**
     * The list of leaf hashes in a checkpoint is signed by nobody: it names an event only where it leads to the root
     * that was signed.
     */
    @Test
    void a_list_of_leaves_that_lies_blames_no_event() {
        List<String> file = new ArrayList<>(EXPORT);
        file.replaceAll(line -> line.replace("\"eventId\":\"000000000000e000", "\"eventId\":\"100000000000e000"));
        file.replaceAll(line -> line.replaceFirst("\"leaves\":\"[A-Z]", "\"leaves\":\"_"));
        assertThat(file).isNotEqualTo(EXPORT);
        invalid(file, 0, "root-differs to=7");
    }

    @Test
    void swapped_events_are_named() {
        for (int i = 1; i < INDEX.length; i++) {
            if (INDEX[i] != INDEX[i - 1] + 1) continue;
            List<String> file = new ArrayList<>(EXPORT);
            Collections.swap(file, HEAD + LINE[i], HEAD + LINE[i - 1]);
            invalid(file, INDEX[i - 1], "event-moved");
        }
    }

    @Test
    void without_leaf_hashes_the_range_below_the_checkpoint_is_named() {
        History bare = History.story(new History(Fixtures.KEYS, false));
        assertThat(Verified.export(directory, bare.whole()).exit()).isEqualTo(2);
        List<String> file = new ArrayList<>(bare.whole());
        String line = file.get(HEAD + 9);
        file.set(HEAD + 9, line.replace("\"eventId\":\"000000000000e0", "\"eventId\":\"100000000000e0"));
        invalid(file, 16, "root-differs to=23");
    }

    @Test
    void a_checkpoint_lost_moved_or_signed_by_another_is_refused() {
        List<String> lost = new ArrayList<>(EXPORT);
        lost.remove(HEAD + 6);
        invalid(lost, 8, "checkpoint-missing");
        List<String> moved = new ArrayList<>(EXPORT);
        moved.add(HEAD, moved.remove(HEAD + 5));
        invalid(moved, 0, "event-missing");
        List<String> thief = History.story(new History(Fixtures.THIEF, true)).whole();
        invalid(thief, 0, "missing-signature");
    }

    @Test
    void a_log_that_has_signed_nothing_is_not_valid_and_an_empty_one_that_signed_is() {
        List<String> head = EXPORT.subList(0, HEAD);
        Verified anchored = Verified.anchored(directory, head);
        assertThat(anchored.verdict()).isEqualTo("INVALID reason=checkpoint-missing");
        assertThat(anchored.exit()).isEqualTo(1);
        Verified empty = Verified.anchored(
                directory, new History(Fixtures.KEYS, true).emptyCheckpoint().whole());
        assertThat(empty.verdict()).startsWith("VALID size=0 ");
        assertThat(empty.exit()).isZero();
    }

    @Test
    void a_history_against_the_rules_is_refused_though_it_is_signed() {
        UUID one = new UUID(1, 1);
        UUID two = new UUID(2, 2);
        History begun = new History(Fixtures.KEYS, true).event(1, "report-acknowledged");
        invalid(begun.checkpoint(1).whole(), 0, "not-begun-by-submission");
        History twice =
                new History(Fixtures.KEYS, true).event(1, "report-submitted").event(1, "report-submitted");
        invalid(twice.checkpoint(1).whole(), 1, "not-begun-by-submission");
        History after = History.story().event(2, "report-acknowledged").checkpoint(4);
        invalid(after.whole(), 24, "after-closing");
        History alone = History.story().event(1, "findings-drafted", one).event(1, "findings-confirmed", one);
        invalid(alone.checkpoint(4).whole(), 25, "not-four-eyes");
        History together = History.story().event(1, "findings-drafted", one).event(1, "findings-confirmed", two);
        assertThat(Verified.export(directory, together.checkpoint(4).whole()).exit())
                .isEqualTo(2);
        History early = History.story().event(3, "report-closed").checkpoint(4);
        invalid(early.whole(), 24, "out-of-order");
    }

    @Test
    void reports_are_set_aside_by_two_people_and_taken_back_once() {
        UUID one = new UUID(1, 1);
        UUID two = new UUID(2, 2);
        History twoPeople = aside("proposed", one).flood("confirmed", two).flood("undone", one);
        assertThat(Verified.export(directory, twoPeople.checkpoint(1).whole()).exit())
                .isEqualTo(2);
        invalid(aside("proposed", one).flood("confirmed", one).checkpoint(1).whole(), 1, "not-four-eyes");
        invalid(aside("confirmed", two).checkpoint(1).whole(), 0, "out-of-order");
        History twice = aside("proposed", one).flood("confirmed", two).flood("confirmed", two);
        invalid(twice.checkpoint(1).whole(), 2, "out-of-order");
        History late = aside("proposed", one).flood("undone", one).flood("confirmed", two);
        invalid(late.checkpoint(1).whole(), 2, "after-closing");
    }

    private static History aside(String what, UUID actor) {
        return new History(Fixtures.KEYS, true).flood(what, actor);
    }

    @Test
    void an_event_that_is_not_what_it_says_is_refused_though_it_is_signed() {
        History item = new History(Fixtures.KEYS, true).event(1, "report-submitted", History.item(2, 0));
        invalid(item.checkpoint(1).whole(), 0, "item-of-another-case");
        History name =
                new History(Fixtures.KEYS, true).event(1, "report-submitted").event(1, "item-opened");
        List<String> file = name.checkpoint(1).whole();
        file.set(HEAD + 1, file.get(HEAD + 1).replace("item-opened", "item-closed"));
        invalid(file, 1, "event-altered");
    }

    @Test
    void a_protected_event_that_tells_more_than_its_hour_is_refused_though_it_is_signed() {
        EventRow hour = History.row(History.report(1), 0, "report-submitted", new UUID(0, 0), 0);
        EventRow minute = new EventRow(
                hour.eventId(),
                hour.aggregateType(),
                hour.aggregate(),
                hour.sequence(),
                hour.name(),
                hour.revision(),
                hour.timeMillis() + 60_000,
                hour.payload(),
                hour.tenant(),
                hour.actor(),
                hour.salt(),
                hour.subject());
        invalid(new History(Fixtures.KEYS, true).add(minute).checkpoint(1).whole(), 0, "time-finer-than-an-hour");
    }

    private void invalid(List<String> file, long index, String reason) {
        Verified verified = Verified.export(directory, file);
        assertThat(verified.verdict()).isEqualTo("INVALID index=" + index + " reason=" + reason);
        assertThat(verified.exit()).isEqualTo(1);
    }
}
