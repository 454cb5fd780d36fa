package id.kulkul.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.web.upload.UnreadableForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An answer is sent as it was typed or not at all. */
class AnswerFormTest {
    private static final AnswerPlace PLACE = AnswerPlace.nowhere();

    private final List<String> asked = new ArrayList<>();
    private final AnswerForm form = new AnswerForm(
            receipt -> {
                asked.add(receipt);
                return Optional.of(PLACE);
            },
            () -> {});

    private String error() {
        return String.valueOf(form.mistake().map(Box.Attempt::error).orElse("none"));
    }

    @Test
    void a_text_that_is_not_held_whole_is_never_sent_as_far_as_it_is() {
        form.take("reply", "a" + " ".repeat(9), true);
        assertThat(form.text()).isEqualTo("a");
        assertThat(error()).isEqualTo("mailbox/reply-cut");
    }

    @Test
    void a_field_comes_once_and_before_the_files() {
        form.take("reply", "Satu", false);
        assertThatThrownBy(() -> form.take("reply", "Dua", false)).isInstanceOf(UnreadableForm.class);
        form.beginFile("foto.jpg");
        assertThatThrownBy(() -> form.take("item", "0", false)).isInstanceOf(UnreadableForm.class);
        assertThat(form.text()).isEqualTo("Satu");
    }

    @Test
    void what_broke_off_comes_back_and_is_not_sent() {
        form.take("receipt", "12345", false);
        form.breakOff();
        form.takeBrokenOff("reply", "Sampai si");
        form.takeBrokenOff("receipt", "99999");
        assertThat(form.text()).isEqualTo("Sampai si");
        assertThat(form.receipt()).isEqualTo("12345");
        assertThat(error()).isEqualTo("mailbox/broken-off");
    }

    @Test
    void its_files_follow_its_text_and_their_list_at_a_place_that_is_looked_for_once() {
        form.take("receipt", "12345", false);
        form.take("reply", "x".repeat(Reply.ROOM + 1), false);
        form.beginFile("a.jpg");
        assertThat(asked).isEmpty();
        assertThat(form.place(0).seq()).isEqualTo(PLACE.seq() + 3);
        assertThat(form.place(1).seq()).isEqualTo(PLACE.seq() + 4);
        assertThat(asked).containsExactly("12345");
    }

    @Test
    void files_whose_place_nobody_had_time_to_find_are_not_taken() {
        AnswerForm busy = new AnswerForm(receipt -> Optional.empty(), () -> {});
        busy.beginFile("a.jpg");
        busy.place(0);
        assertThat(busy.mistake().map(Box.Attempt::error)).hasValue("mailbox/busy");
        assertThat(busy.hasFiles()).isTrue();
    }

    @Test
    void a_file_alone_is_an_answer_and_nothing_is_none() {
        assertThat(error()).isEqualTo("mailbox/reply-missing");
        form.beginFile("");
        assertThat(error()).isEqualTo("mailbox/reply-missing");
        form.beginFile("a.jpg");
        form.place(0);
        assertThat(form.mistake()).isEmpty();
    }
}
