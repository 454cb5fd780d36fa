package id.kulkul.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final String FORM = String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"body\"",
            "",
            "baris\r\n--a\r\n",
            "--b",
            "content-disposition: form-data; name=\"attachment\"; filename=\"C:\\dir\\a.txt\"",
            "Content-Type: text/x",
            "",
            "",
            "--b--",
            "");

    /** What is handed on, in words. */
    private static final class Told implements Multipart.Parts {
        private final StringJoiner told = new StringJoiner("|");
        private final StringBuilder content = new StringBuilder();

        @Override
        public void begin(PartHead head) {
            told.add(head.name() + (head.isFile() ? "," + head.filename() + "," + head.type() : ""));
        }

        @Override
        public void take(byte[] bytes, int length) {
            content.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void end() {
            told.add(content);
            content.setLength(0);
        }

        @Override
        public void breakOff() {
            told.add(content + "...");
        }
    }

    private static String read(String boundary, String form, int step) {
        Told told = new Told();
        Multipart multipart = new Multipart(boundary, 3, told);
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += step) {
            byte[] next = Arrays.copyOfRange(bytes, at, Math.min(at + step, bytes.length));
            multipart.take(next, next.length);
        }
        multipart.end();
        return told.told.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 10_000})
    void a_form_is_the_same_however_it_is_cut_on_its_way(int step) {
        assertThat(read("b", FORM, step)).isEqualTo("body|baris\r\n--a\r\n|attachment,a.txt,text/x|");
    }

    @Test
    void what_almost_ends_a_part_belongs_to_it() {
        String almost = "\r\r\n\r\n-\r\n--\r\n--bb\r\n--b\r\n--boun\r";
        String form = "--bound\r\nContent-Disposition: form-data; name=x\r\n\r\n" + almost + "\r\n--bound--";
        assertThat(read("bound", form, 1)).isEqualTo("x|" + almost);
    }

    @Test
    void a_long_part_comes_in_pieces_and_whole() {
        String text = "0123456789".repeat(5_000);
        String form = "--b\r\nContent-Disposition: form-data; name=x\r\n\r\n" + text + "\r\n--b--";
        assertThat(read("b", form, 777)).isEqualTo("x|" + text);
    }

    @Test
    void whatever_is_no_whole_form_with_named_parts_is_unreadable() {
        String named = "Content-Disposition: form-data; name=\"body\"";
        for (String broken : List.of(
                "",
                "x",
                "--b",
                FORM.substring(0, FORM.length() - 4),
                FORM.substring(0, 60),
                FORM.replace("\r\n", "\n"),
                "--b\r\nContent-Disposition: form-data\r\n\r\na\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\r\n\r\na\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"\r\n\r\na\r\n--b--\r\n",
                "--b\r\n" + named + "; filename*=\"\r\n\r\na\r\n--b--\r\n",
                "--b\r\nContent-Disposition: attachment; name=\"body\"\r\n\r\na\r\n--b--\r\n",
                "--b\r\nContent-Disposition: ;;;\r\n\r\na\r\n--b--\r\n",
                "--b\r\nContent-Type: text/plain\r\n\r\na\r\n--b--\r\n",
                "--b\r\n\r\na\r\n--b--\r\n",
                "--b x\r\n" + named + "\r\n\r\na\r\n--b--\r\n",
                "--b\r\n" + named + "\r\nContent-Type: image/png\r\n\r\na\r\n--b--\r\n",
                "--b\r\n" + named + "\r\nContent-Type: !!\r\n\r\na\r\n--b--\r\n",
                "--b\r\n" + named + "\r\nX: " + "x".repeat(9_000) + "\r\n\r\na\r\n--b--\r\n",
                ("--b\r\n" + named + "\r\n\r\na\r\n").repeat(4) + "--b--\r\n"))
            assertThatThrownBy(() -> read("b", broken, 5)).as(broken).isInstanceOf(UnreadableForm.class);
    }

    /** Whoever sends that and nothing else would keep a place with it. */
    @Test
    void more_than_a_few_bytes_around_the_parts_are_unreadable_at_once() {
        String part = "--b\r\nContent-Disposition: form-data; name=x\r\n\r\na\r\n";
        assertThat(read("b", "\r\n" + part + "--b--\r\n", 3)).isEqualTo("x|a");
        assertThat(read("b", "awal\r\n" + part + "--b--  \r\nakhir\r\n", 3)).isEqualTo("x|a");
        for (String before : List.of("A", "\r\n--", "\r")) {
            Multipart endless = new Multipart("b", 3, new Told());
            byte[] more = before.repeat(65).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> endless.take(more, more.length)).isInstanceOf(UnreadableForm.class);
        }
        assertThatThrownBy(() -> read("b", part + "--b--" + "z".repeat(65), 10)).isInstanceOf(UnreadableForm.class);
    }

    @Test
    void what_came_of_a_part_is_handed_on_at_once_so_that_it_is_not_lost_when_the_form_breaks_off() {
        Told told = new Told();
        Multipart multipart = new Multipart("b", 3, told);
        byte[] begun = "--b\r\nContent-Disposition: form-data; name=x\r\n\r\nsebag".getBytes(StandardCharsets.UTF_8);
        multipart.take(begun, begun.length);
        multipart.breakOff();
        assertThat(told.told).hasToString("x|sebag...");
    }

    @Test
    void a_head_of_many_lines_costs_no_more_than_its_length() {
        String head = "--b\r\nContent-Disposition: form-data; name=x\r\n" + "\n".repeat(8_000) + "\r\n\r\n";
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertThat(read("b", head + "a\r\n--b--", 1_000)).isEqualTo("x|a");
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(4 * 1024 * 1024);
    }

    @Test
    void the_type_of_a_file_is_kept_however_odd_it_is() {
        String form = FORM.replace("text/x", "!!");
        assertThat(read("b", form, 5)).endsWith("attachment,a.txt,!!|");
    }

    @Test
    void a_boundary_is_short_and_plain() {
        for (String odd : List.of("", "x".repeat(71), "a\nb", "a\u00e9"))
            assertThatThrownBy(() -> new Multipart(odd, 1, new Told())).isInstanceOf(UnreadableForm.class);
    }
}
