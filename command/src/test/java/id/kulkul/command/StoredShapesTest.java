package id.kulkul.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.report.ReportOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every event as it was stored the first time; a history lives longer than a class, so these lines are never changed.
 */
class StoredShapesTest {
    private record Stored(String name, String revision, String json) {}

    @TestFactory
    List<DynamicTest> an_event_that_was_stored_is_read_and_would_be_written_alike() {
        return stored().stream()
                .map(line -> DynamicTest.dynamicTest(line.name() + " " + line.revision(), () -> readAndWritten(line)))
                .toList();
    }

    private static void readAndWritten(Stored line) {
        var serializer = EventJson.serializer();
        Object event = read(line);
        var type = serializer.typeForClass(event.getClass());
        assertThat(type.getName()).isEqualTo(line.name());
        if (type.getRevision().equals(line.revision()))
            assertThat(serializer.serialize(event, String.class).getData()).isEqualTo(line.json());
    }

    /** As a store reads it, through everything that turns older shapes into newer ones. */
    private static Object read(Stored line) {
        var entry = new GenericDomainEventEntry<>(
                "type", "aggregate", 0, "event", Instant.EPOCH, line.name(), line.revision(), line.json(), "{}");
        var upcast = EventStreamUtils.upcastAndDeserializeDomainEvents(
                Stream.of(entry), EventJson.serializer(), EventJson.upcasters());
        return upcast.asStream().toList().getFirst().getPayload();
    }

    @Test
    void a_submission_whose_sender_chose_the_id_is_read_without_the_names_of_those_who_must_not_read() {
        var first = submission("1");
        assertThat(first.json()).contains("\"excluded\":[\"00000000000000a300000000000000a3\"]");
        var submitted = (ReportSubmitted) read(first);
        assertThat(submitted.report()).hasToString("00000000000000330000000000000033");
        assertThat(submitted.nonce()).isNull();
        assertThat(submitted.items()).hasSize(1);
    }

    @Test
    void a_submission_that_does_not_say_where_it_comes_from_is_the_reporters_own() {
        for (var revision : List.of("1", "2")) {
            var line = submission(revision);
            assertThat(line.json()).doesNotContain("\"origin\":");
            assertThat(((ReportSubmitted) read(line)).origin()).isEqualTo(ReportOrigin.OWN);
        }
    }

    @Test
    void every_origin_is_stored_by_its_name() {
        var line = submission("3");
        for (var name : List.of("OWN", "ASSISTED", "BRIDGED")) {
            var json = line.json().replace("\"origin\":\"OWN\"", "\"origin\":\"" + name + "\"");
            var submitted = (ReportSubmitted) read(new Stored(line.name(), line.revision(), json));
            assertThat(submitted.origin()).isEqualTo(ReportOrigin.valueOf(name));
            assertThat(EventJson.serializer().serialize(submitted, String.class).getData())
                    .isEqualTo(json);
        }
        assertThat(ReportOrigin.values()).hasSize(3);
    }

    private static Stored submission(String revision) {
        return stored().stream()
                .filter(line -> line.name().equals("report-submitted")
                        && line.revision().equals(revision))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_event_has_a_line() {
        assertThat(stored())
                .extracting(Stored::name)
                .containsAll(EventNames.standard().all());
        assertThat(stored())
                .extracting(line -> List.of(line.name(), line.revision()))
                .doesNotHaveDuplicates();
        for (var name : EventNames.standard().all())
            assertThat(stored())
                    .extracting(line -> List.of(line.name(), line.revision()))
                    .contains(List.of(
                            name,
                            EventNames.standard()
                                    .revisionOf(
                                            EventNames.standard().classOf(name).orElseThrow())));
    }

    private static List<Stored> stored() {
        try (var in = StoredShapesTest.class.getResourceAsStream("stored-events.tsv")) {
            var text = new String(in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Stored(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
