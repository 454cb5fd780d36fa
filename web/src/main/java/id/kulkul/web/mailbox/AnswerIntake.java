package id.kulkul.web.mailbox;

import id.kulkul.web.page.Lease;
import id.kulkul.web.upload.Attachments;
import id.kulkul.web.upload.FormIntake;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes an answer with files as it streams in. */
final class AnswerIntake extends FormIntake {
    private static final int MOST_PARTS = 100;

    /**
     * Most bytes of each field; twice the longest answer, of four bytes each, comes back to whoever must shorten it.
     */
    static final Map<String, Integer> FIELDS =
            Map.of("receipt", 8 * 1024, "item", 64, "reply", 2 * AnswerForm.LONGEST * 4);

    private final AnswerForm form;

    AnswerIntake(
            Function<String, Optional<AnswerPlace>> places, Runnable leaving, Attachments attachments, Lease lease) {
        this(new AnswerForm(places, leaving), attachments, lease);
    }

    private AnswerIntake(AnswerForm form, Attachments attachments, Lease lease) {
        super(FIELDS, MOST_PARTS, form, attachments, lease);
        this.form = form;
    }

    AnswerForm form() {
        return form;
    }
}
