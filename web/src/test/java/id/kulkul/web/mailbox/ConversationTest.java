package id.kulkul.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.Acted;
import id.kulkul.web.mailbox.Conversation.Came;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A long message reads from its beginning to its end, and stands before what was written earlier. */
class ConversationTest {
    private static final UUID ANI = new UUID(1, 1);
    private static final UUID BUDI = new UUID(1, 2);
    private static final String LONG =
            IntStream.rangeClosed(1, 1_200).mapToObj("kata%05d"::formatted).collect(Collectors.joining(" "));

    private final List<Came> came = new ArrayList<>();

    private void came(UUID writer, String hour, @Nullable String text) {
        came.add(new Came(writer, new Box.Message(true, hour, text, false)));
    }

    private void cut(UUID writer, String text) {
        for (byte[] part : Reply.parts(text)) came(writer, "8", new String(part, StandardCharsets.UTF_8));
    }

    private List<@Nullable String> read() {
        return Conversation.joined(Conversation.read(came)).stream()
                .map(Box.Message::text)
                .toList();
    }

    @Test
    void the_parts_of_a_text_are_one_and_the_newest_text_comes_first() {
        came(ANI, "7", "Pertama");
        cut(ANI, LONG);
        came(ANI, "9", "Terakhir");
        assertThat(read()).containsExactly("Terakhir", LONG, "Pertama");
    }

    @Test
    void a_text_that_a_browser_cut_between_words_is_one_as_well() {
        String first = "kalimat ".repeat(740);
        came(ANI, "8", first.substring(0, 5_912));
        came(ANI, "8", "kata-yang-panjang-sekali-".repeat(4) + " lagi");
        assertThat(read()).hasSize(1);
    }

    @Test
    void short_messages_of_one_hour_are_several_texts() {
        came(ANI, "8", "Satu");
        came(ANI, "8", "Dua");
        assertThat(read()).containsExactly("Dua", "Satu");
    }

    @Test
    void what_somebody_else_wrote_or_wrote_later_is_another_text() {
        String full = "x".repeat(Reply.ROOM);
        came(ANI, "8", full);
        came(BUDI, "8", "Budi");
        came(BUDI, "9", full);
        came(BUDI, "10", "Nanti");
        assertThat(read()).containsExactly("Nanti", full, "Budi", full);
    }

    @Test
    void an_own_answer_of_several_messages_stands_there_once() {
        came.add(new Came(Acted.NOBODY, new Box.Message(false, "8", null, false)));
        came.add(new Came(Acted.NOBODY, new Box.Message(false, "8", null, false)));
        came.add(new Came(Acted.NOBODY, new Box.Message(false, "9", null, false)));
        assertThat(read()).containsExactly(null, null);
    }

    @Test
    void what_cannot_be_opened_stands_alone() {
        came(ANI, "8", "x".repeat(Reply.ROOM));
        came(ANI, "8", null);
        assertThat(read()).containsExactly(null, "x".repeat(Reply.ROOM));
    }
}
