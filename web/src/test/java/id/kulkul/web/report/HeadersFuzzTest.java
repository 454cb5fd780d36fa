package id.kulkul.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import id.kulkul.web.page.FieldText;
import id.kulkul.web.page.Fields;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Refused;
import id.kulkul.web.page.Requests;
import id.kulkul.web.upload.FileName;
import id.kulkul.web.upload.PartHead;
import id.kulkul.web.upload.UnreadableForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;

/**
 * What stands around a text is read or refused in the one way, and a text that was read has none of what its rule takes
 * away.
 */
class HeadersFuzzTest {
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\t\n]]|[\\x{e0000}-\\x{e007f}]");
    private static final List<String> NAMES =
            List.of("Accept", "Range", "Content-Encoding", "Accept-Language", "Content-Type", "Cookie");
    private static final HeaderContentTypeResolver WISHES = new HeaderContentTypeResolver();

    private interface Reading {
        void read(byte[] bytes);
    }

    private static final List<Reading> READINGS = List.of(
            bytes -> head(new String(bytes, StandardCharsets.UTF_8)),
            HeadersFuzzTest::fields,
            bytes -> wishes(new String(bytes, StandardCharsets.ISO_8859_1)),
            bytes -> typed(new String(bytes, StandardCharsets.UTF_8)),
            bytes -> typed(units(bytes)));

    static Stream<byte[]> texts() {
        return Stream.of(
                as(0, "Content-Disposition: form-data; name=\"body\"\r\n\r\n"),
                as(
                        0,
                        "content-disposition: form-data; name=attachment; filename=\"C:\\\\a\\\\%22b.txt\"\r\nContent-Type: a/b;c=d\r\n\r\n"),
                as(
                        0,
                        "Content-Disposition: form-data; name=\"attachment\"; filename*=UTF-8''na%C3%AFf.txt; size=1\r\n\r\n"),
                as(
                        0,
                        "Content-Disposition: form-data; name=\"attachment\"; filename=\"=?UTF-8?Q?na=C3=AFf?=\"\r\n\r\n"),
                as(0, "Content-Disposition: form-data; name=\"attachment\"; filename=\"=?UTF-8?B?YQ==?=\"\r\n\r\n"),
                as(1, "receipt=12345+67890&lang=en&a=%F0%9F%98%80&=&b"),
                as(
                        2,
                        "text/html;q=0.5, application/json, */*;q=0.1\nbytes=0-1,5-\nidentity\nen;q=0.5\ntext/plain;charset=utf-8\na=b; c=d"),
                as(2, "*/;q=\n\ngzip"),
                as(2, "a/b,".repeat(50) + "a/b"),
                as(3, " \u200bsatu\r\ndua\u2028tiga\u0000\tempat\ud83d\ude00\u202e.txt "),
                as(3, "../etc/%22a%22%0D%0Ab.txt"),
                as(4, "\u0000a\u0000\r\u0000\n\u0000b"));
    }

    private static byte[] as(int reading, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] seed = new byte[1 + bytes.length];
        seed[0] = (byte) reading;
        System.arraycopy(bytes, 0, seed, 1, bytes.length);
        return seed;
    }

    @MethodSource("texts")
    @FuzzTest(maxDuration = "8m")
    void a_text(byte[] input) {
        if (input.length == 0 || (input[0] & 0xff) >= READINGS.size()) return;
        READINGS.get(input[0]).read(Arrays.copyOfRange(input, 1, input.length));
    }

    private static void head(String lines) {
        PartHead head;
        try {
            head = PartHead.of(lines);
        } catch (UnreadableForm refused) {
            return;
        }
        assertThat(head.name()).isNotEmpty();
        assertThat(head.type().length()).isLessThanOrEqualTo(lines.length());
        if (head.isFile()) fileName(Objects.requireNonNull(head.filename()));
    }

    private static void fields(byte[] body) {
        MultiValueMap<String, String> fields;
        try {
            fields = Requests.fields(body, Fields.FEW);
        } catch (Refused refused) {
            assertThat(refused).hasMessageMatching("page/(unreadable|too-large)");
            return;
        }
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        byte[] again = String.join("&", pairs).getBytes(StandardCharsets.US_ASCII);
        assertThat(Requests.fields(again, 10 * Fields.FEW)).isEqualTo(fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Each line is the value of one header, the last one what the address asks for. */
    private static void wishes(String text) {
        String[] lines = text.replace("\r", "").split("\n", -1);
        HttpHeaders headers = new HttpHeaders();
        for (int i = 0; i < Math.min(lines.length, NAMES.size()); i++) headers.add(NAMES.get(i), lines[i]);
        assertThat(Requests.missed(headers)).isEqualTo(HttpStatus.NOT_FOUND);
        Locale language = Requests.language(lines[lines.length - 1]);
        assertThat(language).isIn(Languages.INDONESIAN, Locale.ENGLISH);
        try {
            var passed = Requests.passed(headers);
            assertThat(passed.getRequest().getHeaders().containsHeader("Range")).isFalse();
            assertThat(WISHES.resolveMediaTypes(passed)).isNotEmpty();
        } catch (Refused refused) {
            assertThat(refused).hasMessage("page/wrong-format");
        }
    }

    private static void typed(String typed) {
        String text = kept(FieldText::text, typed);
        String line = kept(FieldText::line, typed);
        assertThat(line).doesNotContain("\t", "\n");
        assertThat(kept(FieldText::name, typed)).doesNotContain("\t", "\n", "\u200b", "\u202e");
        assertThat(FieldText.length(line)).isLessThanOrEqualTo(FieldText.length(text));
        fileName(FileName.of(typed));
    }

    private static String kept(UnaryOperator<String> rule, String typed) {
        String kept = rule.apply(typed);
        assertThat(UNSHOWN.matcher(kept).find()).isFalse();
        assertThat(kept.strip()).isEqualTo(kept);
        assertThat(rule.apply(kept)).isEqualTo(kept);
        assertThat(kept.length()).isLessThanOrEqualTo(typed.length());
        return kept;
    }

    private static void fileName(String name) {
        assertThat(UNSHOWN.matcher(name).find()).isFalse();
        assertThat(name).doesNotContain("\t", "\n", "/", "\\");
        assertThat(FileName.of(name)).isEqualTo(name);
    }

    /** Two bytes a unit of UTF-16, so that there are halves of surrogate pairs, as an escape in JSON brings them. */
    private static String units(byte[] bytes) {
        var text = new StringBuilder();
        for (int i = 0; i + 1 < bytes.length; i += 2)
            text.append((char) ((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)));
        return text.toString();
    }
}
