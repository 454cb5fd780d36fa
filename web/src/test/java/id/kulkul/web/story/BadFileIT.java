package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that cannot be taken is named, the text stays, and nothing of it lies on the disk. */
@Tag("page")
@Tag("report")
@ExtendWith(Demonstration.class)
@ResourceLock(Demonstration.UNCOVERED)
class BadFileIT {
    private Untouched office;
    private Door door;

    @BeforeEach
    void measure(@Demonstration.Uncovered Packaged program) throws Exception {
        office = new Untouched(program);
        door = office.door();
    }

    @Test
    void an_attachment_of_a_byte_too_many_is_refused_and_the_text_kept() throws Exception {
        String head = Door.parts("category", "corruption", "body", FormCase.TEXT)
                + Door.file("besar.bin", "").stripTrailing()
                + "\r\n\r\n";
        byte[] file = new byte[2 * 1024 * 1024 + 1];
        Door.Answer answer = door.post(
                "/lapor",
                Door.MULTIPART,
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n" + Door.END)));
        office.assertRefused(answer, 422, "melebihi 2 MiB");
        assertThat(answer.text()).contains(FormCase.TEXT);
    }

    /** The script asks the page, and not itself. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /lapor         | masing-masing sampai 2 MiB | melebihi 2 MiB
            /lapor?lang=en | up to 2 MiB each           | larger than 2 MiB
            """)
    void the_page_says_how_large_one_may_be(String path, String hint, String tooLarge) {
        String page = door.get(path).text();
        assertThat(page).contains("data-largest=\"2\"", hint, tooLarge);
    }

    @Test
    void a_fifth_attachment_is_refused_and_none_of_the_four_stays() throws Exception {
        StringBuilder body = new StringBuilder(Door.parts(FormCase.WHOLE));
        for (int i = 0; i < 5; i++) body.append(Door.file("berkas-" + i + ".txt", "rekaan"));
        office.assertRefused(door.post("/lapor", Door.MULTIPART, body + Door.END), 422, "Paling banyak 4 lampiran");
    }

    @Test
    void a_text_field_does_not_come_after_a_file_whose_type_may_be_odd() throws Exception {
        String file = Door.file("a.txt", "rekaan");
        for (String late : List.of("secret", "category", "body", "identityName", "exclude")) {
            String[] before = late.equals("category")
                    ? new String[] {"body", FormCase.TEXT}
                    : new String[] {"category", "corruption"};
            String after = Door.parts(late, late.equals("secret") ? FormCase.secret() : "x");
            office.assertRefused(
                    door.post("/lapor", Door.MULTIPART, Door.parts(before) + file + after + Door.END),
                    400,
                    "tidak utuh");
        }
        String odd = file.replace("text/plain", "!!");
        Door.Answer taken = door.post("/lapor", Door.MULTIPART, Door.parts(FormCase.WHOLE) + odd + Door.END);
        assertThat(taken.text()).contains("receipt-digits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filename="../../etc/passwd"                 | receipt-digits
            filename="C:\\\\f\\\\bukti.txt"            | receipt-digits
            filename="daftar \\"resmi\\".txt"           | receipt-digits
            filename*=UTF-8''b%20%e2%82%ac.txt          | receipt-digits
            filename=tanpa-kutip.txt                    | receipt-digits
            filename*=UTF-8''%zz                        | tidak utuh
            filename*=tidak-ada''a                      | tidak utuh
            """)
    void an_attachment_is_named_as_browsers_name_it_or_the_form_is_none(String filename, String words)
            throws Exception {
        String part = Door.file("x", "rekaan").replace("filename=\"x\"", filename);
        assertThat(door.post("/lapor", Door.MULTIPART, Door.parts(FormCase.WHOLE) + part + Door.END)
                        .text())
                .contains(words);
    }

    @Test
    void an_empty_attachment_is_named_and_the_text_kept() throws Exception {
        String body = Door.parts(FormCase.WHOLE) + Door.file("kosong.pdf", "") + Door.END;
        Door.Answer answer = door.post("/lapor", Door.MULTIPART, body);
        office.assertRefused(answer, 422, "Berkas kosong.pdf kosong (0 byte)");
        assertThat(answer.text()).contains(FormCase.TEXT).contains("Lampiran harus dipilih lagi");
        assertThat(door.report("body", FormCase.TEXT).text()).doesNotContain("Lampiran harus dipilih lagi");
    }

    @Test
    void a_name_that_no_file_system_has_is_refused_and_the_text_kept() throws Exception {
        String body = Door.parts(FormCase.WHOLE) + Door.file("x".repeat(256), "rekaan") + Door.END;
        Door.Answer answer = door.post("/lapor", Door.MULTIPART, body);
        office.assertRefused(answer, 422, "255 huruf");
        assertThat(answer.text()).contains(FormCase.TEXT);
        String endless = Door.parts(FormCase.WHOLE) + Door.file("x".repeat(10_240), "rekaan") + Door.END;
        office.assertRefused(door.post("/lapor", Door.MULTIPART, endless), 400, "tidak utuh");
    }

    @Test
    void no_chosen_file_is_no_attachment() throws Exception {
        door.post("/lapor", Door.MULTIPART, Door.parts(FormCase.WHOLE) + Door.file("", "") + Door.END);
        assertThat(office.now().blobs()).isEqualTo(office.before().blobs() + 1);
    }
}
