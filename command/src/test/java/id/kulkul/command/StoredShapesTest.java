package id.kulkul.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every event as it was stored the first time; a history lives longer than a class, so these lines are never changed. */
class StoredShapesTest {
    private record Stored(String name, String revision, String json) {}

    @TestFactory
    List<DynamicTest> an_event_that_was_stored_is_read_and_would_be_written_alike() {
        return stored().stream()
                .map(line -> DynamicTest.dynamicTest(line.name(), () -> readAndWritten(line)))
                .toList();
    }

    private static void readAndWritten(Stored line) {
        var serializer = EventJson.serializer();
        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(line.json(), String.class, line.name(), line.revision()));
        var again = serializer.serialize(event, String.class);
        assertThat(again.getData()).isEqualTo(line.json());
        assertThat(again.getType().getName()).isEqualTo(line.name());
    }

    @Test
    void every_event_has_a_line() {
        assertThat(stored()).extracting(Stored::name).containsExactlyInAnyOrderElementsOf(EventNames.all());
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
