package id.kulkul.crypto.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the Indonesian words of a receipt must be, for those who write them down and for those who carry the paper. */
class WordListTest {
    private static final List<String> WORDS = words(WordList.INDONESIAN, 2048);

    private static List<String> words(WordList list, int size) {
        return IntStream.range(0, size).mapToObj(list::word).toList();
    }

    /** Receipts on paper are as old as they are: the list never changes. */
    @Test
    void no_word_is_ever_changed() {
        var list = String.join("\n", WORDS) + "\n";
        assertThat(Digest.sha256(list.getBytes(StandardCharsets.US_ASCII)).hex())
                .isEqualTo("d82892062e976f4ac4ee0ad07092b00202a459ce8b7ff188161a245b05a33c23");
    }

    @Test
    void each_has_four_to_eight_plain_letters_and_stands_in_its_order() {
        assertThat(WORDS).allMatch(word -> word.matches("[a-z]{4,8}")).isSorted();
    }

    @Test
    void no_two_are_alike_in_their_first_four_letters() {
        assertThat(WORDS.stream().map(word -> word.substring(0, 4))).doesNotHaveDuplicates();
    }

    /** So that a text tells in which language its words are, and which of its words are recognition words. */
    @Test
    void none_stands_in_another_list() {
        assertThat(WORDS)
                .doesNotContainAnyElementsOf(words(WordList.ENGLISH, 2048))
                .doesNotContainAnyElementsOf(words(WordList.GREETING, 256));
    }

    /** A heading that is copied with the words must not seem to be one of them. */
    @Test
    void none_stands_beside_the_code_on_a_page() {
        assertThat(WORDS)
                .doesNotContain("kode", "kata", "kotak", "tanda", "terima", "sandi", "buka", "atau", "dengan", "dalam")
                .doesNotContain("sama", "yang", "simpan", "catat", "tulis", "kertas", "pengenal", "anda", "saya");
    }

    /** Whoever reads them is afraid, and any twelve of them may stand on one paper. */
    @Test
    void none_insults_threatens_or_takes_a_side() {
        var refused = """
                anjing babi monyet kera bajing gila bodoh tolol idiot dungu buta tuli bisu bisul cacat cebol gemuk kurus botak
                miskin malas pelit udik banci budak pelacur preman maling copet
                mati tewas maut ajal mayat jenazah kubur makam bunuh racun darah luka sakit sekarat hantu setan
                bom perang peluru pistol pisau golok pedang senjata tembak tikam siksa sandera teror ancam culik
                penjara borgol polisi jaksa hakim saksi tersangka terdakwa hukum hukuman vonis suap korupsi pungli
                agama islam kristen hindu tuhan dewa nabi masjid gereja pura salib kafir haram kitab
                jawa bali sunda batak cina arab papua madura partai presiden menteri bupati gubernur camat komunis
                seks telanjang cabul mesum pantat payudara kelamin zina pacar tahi kencing
                """;
        assertThat(WORDS).doesNotContainAnyElementsOf(Set.of(refused.strip().split("\\s+")));
    }
}
