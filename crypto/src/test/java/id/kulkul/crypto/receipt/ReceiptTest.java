package id.kulkul.crypto.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
    private static final byte[] SECRET = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final String DIGITS = "00000 83729 60969 98848 96815 28633 17017 80731";
    private static final String WORDS = "abandon amount liar amount expire adjust cage candy arch gather drum buyer";
    private static final String KATA =
            "abadi anyelir lubang anyelir internal akta canggih cekung asri kategori gosok cakar";
    private static final Locale INDONESIAN = Locale.of("id");

    @Test
    void digits_and_words_of_one_receipt_give_the_same_keys() throws BadReceipt {
        assertThat(Receipt.of(SECRET).digits()).isEqualTo(DIGITS);
        assertThat(Receipt.of(SECRET).words(Locale.UK)).isEqualTo(WORDS);
        assertThat(Receipt.of(SECRET).words(INDONESIAN)).isEqualTo(KATA);
        var keys = Receipt.of(SECRET).keys();
        for (var typed : new String[] {DIGITS, WORDS, KATA}) {
            assertThat(Receipt.parse(typed).keys().lookup()).isEqualTo(keys.lookup());
        }
        assertThat(Receipt.parse(KATA).words(Locale.ENGLISH)).isEqualTo(WORDS);
        assertThat(Receipt.parse(WORDS).words(INDONESIAN)).isEqualTo(KATA);
        assertThat(Receipt.parse(WORDS).digits()).isEqualTo(DIGITS);
    }

    @Test
    void keys_are_the_agreed_ones() {
        try (var keys = Receipt.of(SECRET).keys()) {
            assertThat(HexFormat.of().formatHex(keys.lookup()))
                    .isEqualTo("bc9d9ee483cec33c142d70f7b3786b01c1da26252ab209adb399ff9d5b0e0efa");
            assertThat(Digest.sha256(keys.opening().recipient().bytes()).hex())
                    .isEqualTo("64eae417b16ec9ca07dff7013738ae1f145afceba4a8a544fe9b3ffba03b463d");
            assertThat(HexFormat.of().formatHex(keys.signing().verifying().bytes()))
                    .isEqualTo("d3935a05063cd9939c48767f36f5905bb0c5b395fbc7f8aeaa2f327d52acd35b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000083729609699884896815286331701780731",
                " 00000-83729-60969-98848-96815-28633-17017-80731\n",
                "ABANDON amount\tliar AMOUNT expire adjust cage  candy arch gather drum buyer",
                "abandon, amount, liar, amount, expire, adjust, cage, candy, arch, gather, drum, buyer",
                "００００0 83729 60969 98848 96815 28633 17017 80731"
            })
    void spaces_case_and_grouping_do_not_matter(String typed) throws BadReceipt {
        assertThat(Receipt.parse(typed).digits()).isEqualTo(DIGITS);
    }

    @Test
    void every_wrong_digit_gets_a_greeting_and_never_an_error() {
        int caught = 0;
        for (int at = 0; at < DIGITS.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (DIGITS.charAt(at) == ' ' || DIGITS.charAt(at) == digit) continue;
                var typed = DIGITS.substring(0, at) + digit + DIGITS.substring(at + 1);
                assertThat(Receipt.ofTyped(typed).greeting()).contains(", ");
                assertThat(Receipt.ofTyped(typed).digits()).isNotEqualTo(DIGITS);
                if (isRefused(typed)) caught++;
            }
        }
        assertThat(caught).isGreaterThan(320);
    }

    @Test
    void words_are_indonesian_in_every_language_but_english() {
        for (var language : new Locale[] {INDONESIAN, Locale.ROOT, Locale.FRENCH})
            assertThat(Receipt.of(SECRET).words(language)).isEqualTo(KATA);
        assertThat(Receipt.of(SECRET).words(Locale.US)).isEqualTo(WORDS);
    }

    @Test
    void a_wrong_word_is_caught_fifteen_times_of_sixteen() {
        assertThat(caught(WORDS, WordList.ENGLISH)).isGreaterThanOrEqualTo(15 / 16.0 - 0.005);
        assertThat(caught(KATA, WordList.INDONESIAN)).isGreaterThanOrEqualTo(15 / 16.0 - 0.005);
    }

    private static double caught(String written, WordList list) {
        var words = written.split(" ", -1);
        int caught = 0;
        for (int at = 0; at < words.length; at++) {
            for (int number = 0; number < 2048; number++) {
                var typed = words.clone();
                typed[at] = list.word(number);
                if (!typed[at].equals(words[at]) && isRefused(String.join(" ", typed))) caught++;
            }
        }
        return caught / (12 * 2047.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "0", "9999999999999999999999999999999999999999", "saya lupa", "😀", "<script>", "\0"})
    void nonsense_is_refused_yet_greeted(String typed) {
        assertThat(isRefused(typed)).isTrue();
        assertThat(Receipt.ofTyped(typed).greeting())
                .isEqualTo(Receipt.ofTyped(typed + " ").greeting());
        assertThat(Receipt.ofTyped(typed).keys().lookup()).hasSize(32);
    }

    @Test
    void a_very_long_text_is_refused() {
        assertThat(isRefused("1 ".repeat(1_000_000))).isTrue();
    }

    @Test
    void random_receipts_survive_both_forms() throws BadReceipt {
        var random = new Random(20261124);
        for (int i = 0; i < 2_000; i++) {
            var secret = new byte[16];
            random.nextBytes(secret);
            if (i % 3 == 0) secret[0] = 0;
            var receipt = Receipt.of(secret);
            for (var language : new Locale[] {INDONESIAN, Locale.ENGLISH}) {
                assertThat(Receipt.parse(receipt.words(language)).digits()).isEqualTo(receipt.digits());
            }
            assertThat(Receipt.parse(receipt.digits()).words(INDONESIAN)).isEqualTo(receipt.words(INDONESIAN));
        }
    }

    @Test
    void closed_keys_are_gone() {
        var keys = Receipt.random().keys();
        keys.close();
        assertThat(keys.lookup()).containsOnly(0);
        assertThatThrownBy(() -> keys.signing().sign(new byte[1])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_index_depends_on_pepper_and_tenant() {
        var keys = Receipt.of(SECRET).keys();
        var pepper = SymmetricKey.of(new byte[32]);
        var here = Hex16.parse("11111111111111111111111111111111");
        var rid = ReceiptIndex.of(pepper, here, keys.lookup());
        assertThat(ReceiptIndex.of(pepper, Hex16.ZERO, keys.lookup())).isNotEqualTo(rid);
        assertThat(ReceiptIndex.of(SymmetricKey.random(), here, keys.lookup())).isNotEqualTo(rid);
        assertThat(ReceiptIndex.filler(pepper, rid, 1, 8192))
                .hasSize(8192)
                .isNotEqualTo(ReceiptIndex.filler(pepper, rid, 2, 8192));
    }

    private static boolean isRefused(String typed) {
        try {
            Receipt.parse(typed);
            return false;
        } catch (BadReceipt e) {
            return true;
        }
    }
}
