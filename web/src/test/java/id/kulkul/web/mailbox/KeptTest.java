package id.kulkul.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unbescape.html.HtmlEscape;

/** What a page cannot give back whole it gives back up to a word, and names the first words that are missing. */
class KeptTest {
    private static final String NUMBERED =
            IntStream.rangeClosed(1, 3_000).mapToObj("kata%05d"::formatted).collect(Collectors.joining(" "));

    @ParameterizedTest
    @ValueSource(strings = {"", "pendek", "kata kata kata", "\ud83e\uddfe\ud83e\uddfe"})
    void what_fits_comes_back_whole(String typed) {
        assertThat(Kept.of(typed, 100)).isEqualTo(new Kept(typed, ""));
    }

    @Test
    void nine_thousand_letters_and_five_thousand_and_one_emoji_come_back_whole() {
        for (String typed : new String[] {"a".repeat(9_000), "\ud83e\uddfe".repeat(5_001)})
            assertThat(Kept.of(typed, Kept.ROOM)).isEqualTo(new Kept(typed, ""));
    }

    @Test
    void the_longest_answer_that_is_accepted_always_comes_back_whole() {
        String dearest = "\"".repeat(AnswerForm.LONGEST);
        assertThat(Kept.of(dearest, Kept.ROOM).missing()).isEmpty();
    }

    @Test
    void a_cut_falls_between_words_and_the_missing_ones_are_named() {
        Kept kept = Kept.of(NUMBERED, 1_005);
        assertThat(kept.text()).endsWith("kata00100 ").doesNotContain("kata00101");
        assertThat(kept.missing()).startsWith("kata00101 kata00102").hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void a_text_without_white_space_is_cut_between_characters() {
        Kept kept = Kept.of("\ud83e\uddfe".repeat(100), 203);
        assertThat(kept.text()).isEqualTo("\ud83e\uddfe".repeat(50));
        assertThat(kept.missing()).isEqualTo("\ud83e\uddfe".repeat(50));
    }

    @Test
    void a_character_costs_what_a_page_spends_on_it() {
        String every = IntStream.range(0x20, 0x3000)
                .filter(character -> character < 0x7f || character > 0x9f)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        for (int character : every.codePoints().toArray()) {
            String written = HtmlEscape.escapeHtml4Xml(Character.toString(character));
            assertThat(Kept.cost(character)).isEqualTo(written.getBytes(StandardCharsets.UTF_8).length);
        }
    }
}
