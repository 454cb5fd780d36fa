package id.kulkul.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import id.kulkul.web.page.Lease;
import id.kulkul.web.page.Requests;
import id.kulkul.web.upload.FormField;
import id.kulkul.web.upload.Multipart;
import id.kulkul.web.upload.PartHead;
import id.kulkul.web.upload.UnreadableForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes are a form or are refused in the one way, the same however they are cut on their way, and never more of a
 * field is held than it may have.
 */
class FormFuzzTest {
    private static final Map<String, Integer> LONGEST = Map.of(
            "secret",
            128,
            "category",
            64,
            "exclude",
            64,
            "body",
            262_144,
            "identityName",
            2_048,
            "identityContact",
            2_048);

    @TempDir
    static Path home;

    private static FullOffice office;

    @BeforeAll
    static void open() throws IOException {
        office = new FullOffice(home);
    }

    /** The first byte says after how many bytes the form is cut. */
    static Stream<byte[]> forms() {
        String secret = part("secret", "12".repeat(32));
        return Stream.of(
                        "",
                        "--b--",
                        part("body", "dua\r\n--baris\r\n-") + part("category", "bribery") + "--b--\r\n",
                        "awal\r\n" + secret + part("identityName", "\u00e9\ud83d\ude00 ") + "--b--",
                        part("exclude", "\ud83d\ude00".repeat(15)) + part("exclude", "head") + "--b--",
                        secret + part("body", "a") + part("attachment\"; filename=\"a.txt", "isi") + "--b--",
                        part("attachment\"; filename=\"", "") + "--b--",
                        "--b\r\nX: " + "\n".repeat(200) + "\r\n\r\n")
                .map(form -> "\u0007" + form)
                .map(form -> form.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    @MethodSource("forms")
    @FuzzTest(maxDuration = "8m")
    void a_form(byte[] input) {
        if (input.length == 0) return;
        byte[] form = Arrays.copyOfRange(input, 1, input.length);
        List<String> whole = read(form, form.length);
        assertThat(read(form, input[0] & 0xff)).isEqualTo(whole);
        assertThat(read(form, 1)).isEqualTo(whole);
    }

    private static List<String> read(byte[] form, int step) {
        Lease lease = Requests.lease();
        ReportIntake intake = office.intake(lease);
        Checked checked = new Checked(intake);
        try {
            read(form, Math.max(step, 1), new Multipart("b", intake.mostParts(), checked));
            checked.told.addAll(FullOffice.typed(intake.form()));
        } catch (UnreadableForm refused) {
            checked.told.add("unreadable");
        } finally {
            intake.release();
        }
        assertThat(Requests.taken(lease)).isEqualTo(checked.held);
        Requests.end(lease);
        return checked.told;
    }

    private static void read(byte[] form, int step, Multipart multipart) {
        for (int at = 0; at < form.length; at += step) {
            byte[] next = Arrays.copyOfRange(form, at, Math.min(at + step, form.length));
            multipart.take(next, next.length);
        }
        multipart.end();
    }

    /** Hands on each part and looks at what is kept of it, here and there. */
    private static final class Checked implements Multipart.Parts {
        private final List<String> told = new ArrayList<>();
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final Multipart.Parts next;
        private byte[] window = {};
        private @Nullable FormField field;
        private int kept;
        private long held;

        Checked(Multipart.Parts next) {
            this.next = next;
        }

        @Override
        public void begin(PartHead head) {
            told.add(head.toString());
            content.reset();
            kept = 0;
            field = head.isFile() ? null : fieldOf(head.name());
            next.begin(head);
        }

        private static @Nullable FormField fieldOf(String name) {
            Integer longest = ReportIntake.FIELDS.get(name);
            return longest == null ? null : new FormField(name, longest);
        }

        @Override
        public void take(byte[] bytes, int length) {
            window = bytes;
            content.write(bytes, 0, length);
            if (field != null) {
                int more = field.take(bytes, length);
                kept += more;
                held += more;
                assertThat(kept).isLessThanOrEqualTo(Objects.requireNonNull(LONGEST.get(field.name())));
            }
            next.take(bytes, length);
        }

        @Override
        public void end() {
            for (byte one : window) assertThat(one).isZero();
            String all = content.toString(StandardCharsets.UTF_8);
            told.add(all);
            if (field != null) {
                assertThat(field.isCut()).isEqualTo(content.size() > kept);
                if (field.isCut()) assertThat(all).startsWith(field.text());
                else assertThat(field.text()).isEqualTo(all);
            }
            next.end();
        }

        @Override
        public void breakOff() {
            next.breakOff();
        }
    }
}
