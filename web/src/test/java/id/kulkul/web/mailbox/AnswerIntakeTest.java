package id.kulkul.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.web.page.Requests;
import id.kulkul.web.upload.PartHead;
import id.kulkul.web.upload.RoomyOffice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerIntakeTest {
    /** Otherwise sixty-four senders who hang up at the right moment would keep files out for ever. */
    @Test
    void a_place_that_is_taken_while_its_sender_goes_is_given_back_after_it(@TempDir Path home) throws IOException {
        var office = new RoomyOffice(home);
        var lease = Requests.lease();
        List<String> order = new ArrayList<>();
        AnswerIntake[] intake = new AnswerIntake[1];
        intake[0] = new AnswerIntake(
                receipt -> {
                    intake[0].release();
                    order.add("taken");
                    return Optional.of(AnswerPlace.nowhere());
                },
                () -> order.add("left"),
                office.attachments,
                lease);
        intake[0].begin(new PartHead("attachment", "a.txt", ""));
        intake[0].take(new byte[] {1}, 1);
        assertThat(order).containsExactly("taken", "left");
        assertThat(office.blobs.begun).isEqualTo(office.blobs.ended);
        Requests.end(lease);
    }
}
