package id.kulkul.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.web.page.Lease;
import id.kulkul.web.page.Requests;
import id.kulkul.web.upload.Attachments;
import id.kulkul.web.upload.PartHead;
import id.kulkul.web.upload.RoomyOffice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ReportIntakeTest {
    private final Lease lease = Requests.lease();
    private RoomyOffice office;
    private ReportIntake intake;

    @BeforeEach
    void open(@TempDir Path home) throws IOException {
        office = new RoomyOffice(home);
        intake = new ReportIntake(office.office, office.attachments, lease);
    }

    @AfterEach
    void close() {
        Requests.end(lease);
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        intake.take(bytes, bytes.length);
    }

    private void begin(String name) {
        intake.begin(new PartHead(name, null, ""));
    }

    private void part(String name, String text) {
        begin(name);
        send(text);
        intake.end();
    }

    private void file(String content) {
        intake.begin(new PartHead("attachment", "a.txt", ""));
        send(content);
    }

    @Test
    void the_text_of_a_form_that_breaks_off_comes_back_as_far_as_it_came_and_its_writer_is_told() {
        part("category", "bribery");
        begin("body");
        send("Cerita rekaan \u00e9");
        intake.breakOff();
        assertThat(intake.form().getCategory()).isEqualTo("bribery");
        assertThat(intake.form().getBody()).isEqualTo("Cerita rekaan");
        assertThat(intake.form().code("exclude")).isEqualTo("report/broken-off");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 64, 75, 512})
    void a_form_may_hold_as_many_files_as_it_says_each_as_large_as_it_says(long largest) {
        DataSize each = DataSize.ofMegabytes(largest);
        assertThat(ReportIntake.mostBytes(each)).isGreaterThan(Attachments.MOST * each.toBytes());
    }

    @Test
    void half_a_choice_or_half_a_secret_is_none() {
        for (String name : new String[] {"secret", "category", "exclude"}) {
            ReportIntake broken = new ReportIntake(office.office, office.attachments, lease);
            broken.begin(new PartHead(name, null, ""));
            broken.take(new byte[] {'h', 'e', 'a', 'd'}, 4);
            broken.breakOff();
            assertThat(broken.form().getCategory()).isEmpty();
            assertThat(broken.form().getExcluded()).isEmpty();
            assertThat(broken.form().getSecret()).hasSize(64);
        }
    }

    @Test
    void a_file_that_breaks_off_is_forgotten_with_all_before_it() {
        part("body", "Cerita rekaan");
        file("satu");
        intake.end();
        file("dua");
        intake.breakOff();
        assertThat(intake.form().getBody()).isEqualTo("Cerita rekaan");
        intake.release();
        assertThat(office.blobs.begun).isEqualTo(2);
        assertThat(office.blobs.ended).isEqualTo(2);
    }

    /** The sender is gone while a thread is at the file: what it begins or ends after that must not stay behind. */
    @Test
    void a_release_while_a_file_is_being_begun_leaves_no_draft_and_lets_none_begin() {
        office.blobs.whileBeginning = intake::release;
        file("satu");
        assertThat(office.blobs.begun).isEqualTo(1);
        assertThat(office.blobs.ended).isEqualTo(1);
        send("lagi");
        intake.end();
        file("dua");
        intake.end();
        assertThat(intake.hold()).isFalse();
        assertThat(office.blobs.begun).isEqualTo(1);
    }

    @Test
    void what_is_being_kept_outlives_its_sender() {
        file("satu");
        intake.end();
        assertThat(intake.hold()).isTrue();
        intake.release();
        assertThat(office.blobs.ended).isZero();
        intake.release();
        assertThat(office.blobs.ended).isEqualTo(1);
    }

    @Test
    void an_attachment_is_counted_from_when_it_lies_on_the_disk_whatever_becomes_of_its_report() throws IOException {
        file("x".repeat(RoomyOffice.A_DAY));
        intake.end();
        intake.files().getFirst().blob().keep();
        intake.release();
        assertThat(office.isUsedUp()).isTrue();
    }

    @Test
    void an_attachment_that_was_not_kept_is_not_counted() {
        file("x".repeat(RoomyOffice.A_DAY));
        assertThat(office.isUsedUp()).isTrue();
        intake.end();
        intake.release();
        assertThat(office.isUsedUp()).isFalse();
    }
}
