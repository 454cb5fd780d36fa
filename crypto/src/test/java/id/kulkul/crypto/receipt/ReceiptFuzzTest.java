package id.kulkul.crypto.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed is one receipt, always the same, and a right one is exactly what was printed. */
class ReceiptFuzzTest {
    private static final Locale INDONESIAN = Locale.of("id");

    static Stream<byte[]> texts() {
        try (var receipt = Receipt.of(new byte[16])) {
            return Stream.of(
                            receipt.digits(),
                            receipt.words(INDONESIAN),
                            receipt.words(Locale.ENGLISH),
                            receipt.words(INDONESIAN).replace(' ', '-'),
                            "Kode: " + receipt.digits() + "\nAtau: " + receipt.words(INDONESIAN),
                            receipt.words(Locale.ENGLISH) + " / " + receipt.words(INDONESIAN),
                            "٠٠٠٠٠ 83729\u200b60969",
                            "00000",
                            "9".repeat(40),
                            "abandon",
                            "\ud83d\ude00",
                            "")
                    .map(text -> text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @MethodSource("texts")
    @FuzzTest(maxDuration = "8m")
    void a_text(byte[] input) {
        String typed = new String(input, StandardCharsets.UTF_8);
        String plain = Typed.plain(typed);
        assertThat(Typed.plain(plain)).isEqualTo(plain);
        try (Receipt receipt = Receipt.ofTyped(typed);
                Receipt again = Receipt.ofTyped(typed)) {
            assertThat(again.digits()).isEqualTo(receipt.digits());
            assertThat(receipt.greeting()).matches("[a-z]+, [a-z]+");
            if (fits(typed)) {
                String bare =
                        plain.replaceAll("\\b[0-9]{1,2} | [0-9]{1,2}\\b", " ").replace(" ", "");
                assertThat(List.of(plain.replace(" ", ""), bare))
                        .anyMatch(text -> text.contains(receipt.digits().replace(" ", ""))
                                || text.contains(receipt.words(INDONESIAN).replace(" ", ""))
                                || text.contains(receipt.words(Locale.ENGLISH).replace(" ", "")));
            }
        }
    }

    private static boolean fits(String typed) {
        try (Receipt receipt = Receipt.parse(typed)) {
            return !receipt.digits().isEmpty();
        } catch (BadReceipt none) {
            return false;
        }
    }
}
