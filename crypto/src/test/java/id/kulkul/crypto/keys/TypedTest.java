package id.kulkul.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.receipt.BadReceipt;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.Typed;
import id.kulkul.crypto.tools.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the table that this side and its twin share. */
class TypedTest {
    private static final Json TABLE = table();

    private static Json table() {
        try (var in = Typed.class.getResourceAsStream("typed.json")) {
            return Json.parse(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<DynamicTest> each(String kind, Checking checking) {
        return TABLE.at(kind).list().stream()
                .map(one -> DynamicTest.dynamicTest(one.at("is").text(), () -> {
                    String typed = one.at("typed").text();
                    assertThat(Typed.plain(typed)).isEqualTo(one.at("plain").text());
                    checking.check(one, typed, one.at("fits").truth());
                }));
    }

    @FunctionalInterface
    private interface Checking {
        void check(Json one, String typed, boolean fits) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> receipts() {
        return each("receipts", (one, typed, fits) -> {
            assertThat(Receipt.ofTyped(typed).digits())
                    .isEqualTo(one.at("digits").text());
            if (fits) {
                assertThat(Receipt.parse(typed).digits())
                        .isEqualTo(TABLE.at("receipt").text());
            } else {
                assertThatThrownBy(() -> Receipt.parse(typed)).isInstanceOf(BadReceipt.class);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> passphrases() {
        return each("passphrases", (one, typed, fits) -> {
            if (fits) {
                assertThat(Passphrase.parse(typed).text())
                        .isEqualTo(TABLE.at("passphrase").text());
            } else {
                assertThatThrownBy(() -> Passphrase.parse(typed)).isInstanceOf(IllegalArgumentException.class);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> kits() {
        return each("kits", (one, typed, fits) -> {
            if (fits) {
                assertThat(RecoveryKit.parse(typed).words())
                        .isEqualTo(TABLE.at("kit").text());
            } else {
                assertThatThrownBy(() -> RecoveryKit.parse(typed)).isInstanceOf(IllegalArgumentException.class);
            }
        });
    }

    @Test
    void no_case_stands_twice() {
        for (String kind : Set.of("receipts", "passphrases", "kits")) {
            Set<String> names = new HashSet<>();
            for (Json one : TABLE.at(kind).list())
                assertThat(names.add(one.at("is").text())).isTrue();
        }
    }

    /**
     * The twin has no table of digits: it takes for a digit's value how many stand before it in their row, modulo ten.
     */
    @Test
    void every_row_of_digits_begins_with_a_zero_and_counts_in_tens() {
        int row = 0;
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            row = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? row + 1 : 0;
            if (row > 0) assertThat(Character.digit(c, 10)).as("%x", c).isEqualTo((row - 1) % 10);
        }
    }
}
