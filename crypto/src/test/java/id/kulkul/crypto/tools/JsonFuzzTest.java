package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are JSON or are refused in the one way; what was read says the same when it is written and read again. */
class JsonFuzzTest {

    static Stream<byte[]> texts() {
        return Stream.of(
                        "",
                        " {} ",
                        "[1,-2,0.5,1e3,9223372036854775807]",
                        "{\"a\":\"b\",\"c\":[true,false,null,{\"d\":\"\\u0041\\ud83d\\ude00\\n\"}]}",
                        "\"héllo — 😀\"",
                        "[".repeat(64),
                        "[".repeat(63) + "]".repeat(63),
                        "{\"a\":1,\"a\":2}",
                        "\"\\ud800\"",
                        "1e999")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("texts")
    @FuzzTest(maxDuration = "8m")
    void a_text(byte[] input) {
        String first;
        try {
            first = written(Json.parse(input));
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertThat(written(Json.parse(first))).isEqualTo(first);
    }

    private static String written(Json json) {
        var out = new StringBuilder();
        if (json.isNull()) out.append("null");
        else if (json.isText()) out.append(quoted(json.text()));
        else if (json.isList()) {
            json.list().forEach(one -> out.append(out.isEmpty() ? "[" : ",").append(written(one)));
            out.append(out.isEmpty() ? "[]" : "]");
        } else if (json.isObject()) {
            for (String key : json.keys())
                out.append(out.isEmpty() ? "{" : ",")
                        .append(quoted(key))
                        .append(':')
                        .append(written(json.at(key)));
            out.append(out.isEmpty() ? "{}" : "}");
        } else out.append(number(json));
        return out.toString();
    }

    private static String number(Json json) {
        try {
            return Long.toString(json.number());
        } catch (IllegalArgumentException other) {
            return truth(json);
        }
    }

    private static String truth(Json json) {
        try {
            return Boolean.toString(json.truth());
        } catch (IllegalArgumentException fraction) {
            return "0.5";
        }
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        text.chars()
                .forEach(c -> out.append(
                        c < 0x20 || c > 0x7e || c == '"' || c == '\\'
                                ? String.format("\\u%04x", c)
                                : String.valueOf((char) c)));
        return out.append('"').toString();
    }
}
