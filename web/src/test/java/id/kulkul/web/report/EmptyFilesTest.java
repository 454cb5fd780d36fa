package id.kulkul.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.web.page.Lease;
import id.kulkul.web.page.Requests;
import id.kulkul.web.upload.PartHead;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a file that cannot be taken, and whether it is to be chosen again. */
class EmptyFilesTest {
    @TempDir
    Path home;

    @Test
    void an_empty_file_is_refused_by_its_name_and_may_be_chosen_again() throws IOException {
        ReportForm form = with("kosong.pdf", Long.MAX_VALUE);
        assertThat(form.code("attachment")).isEqualTo("upload/attachment-empty");
        assertThat(form.getEmptyFile()).isEqualTo("kosong.pdf");
        assertThat(form.isFilesAgain()).isTrue();
    }

    @Test
    void where_no_file_was_chosen_none_is_missed() throws IOException {
        ReportForm form = with("", Long.MAX_VALUE);
        assertThat(form.getErrors()).isEmpty();
        assertThat(form.isFilesAgain()).isFalse();
    }

    @Test
    void where_there_is_no_room_no_file_is_to_be_chosen_again() throws IOException {
        ReportForm form = with("kosong.pdf", 0);
        assertThat(form.code("attachment")).isEqualTo("upload/no-room");
        assertThat(form.isFilesAgain()).isFalse();
    }

    private ReportForm with(String name, long room) throws IOException {
        Lease lease = Requests.lease();
        ReportIntake intake = new FullOffice(home, room).intake(lease);
        intake.begin(new PartHead("attachment", name, "application/pdf"));
        intake.end();
        intake.release();
        Requests.end(lease);
        return intake.form();
    }
}
