package id.kulkul.web.report;

import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.web.channel.Office;
import id.kulkul.web.page.Lease;
import id.kulkul.web.upload.Attachments;
import id.kulkul.web.upload.FormIntake;
import id.kulkul.web.upload.StreamedForm;
import java.util.Map;
import java.util.UUID;

/** Takes the form of a report as it streams in. */
final class ReportIntake extends FormIntake {
    private static final int MOST_PARTS = 100;
    private static final int SHORT = 64;

    /**
     * Most bytes of each field that our form has. Three times the longest text comes back whole to whoever must shorten
     * it, and a few of more than a name; a little more than a secret or an id has.
     */
    static final Map<String, Integer> FIELDS = Map.of(
            "secret", 2 * SHORT,
            "category", SHORT,
            "exclude", SHORT,
            "body", 256 * 1024,
            "identityName", 2 * 1024,
            "identityContact", 2 * 1024);

    private final ReportForm form;

    ReportIntake(Office office, Attachments attachments, Lease lease) {
        this(new ReportForm(marks(office)), office, attachments, lease);
    }

    private ReportIntake(ReportForm form, Office office, Attachments attachments, Lease lease) {
        super(FIELDS, MOST_PARTS + marks(office), new Streamed(form, office), attachments, lease);
        this.form = form;
    }

    /** Each reader and the head may be left out, and nobody else. */
    private static int marks(Office office) {
        return office.readers().size() + 1;
    }

    ReportForm form() {
        return form;
    }

    /** The form, and the office that names the places of its files. */
    private record Streamed(ReportForm form, Office office) implements StreamedForm {
        @Override
        public void take(String name, String value, boolean cut) {
            form.take(name, value, cut);
        }

        @Override
        public void takeBrokenOff(String name, String value) {
            form.takeBrokenOff(name, value);
        }

        /** Its writer must know that what should follow is not there: names above all. */
        @Override
        public void breakOff() {
            form.refuse("exclude", "broken-off");
        }

        @Override
        public void beginFile(String name) {
            form.named(office.manifest().tenant());
            if (!name.isEmpty()) form.takeFile();
        }

        @Override
        public Context place(int before) {
            UUID report = form.named(office.manifest().tenant()).report();
            return office.context(Kind.ATTACHMENT, report, UUID.randomUUID(), before + 1L);
        }

        @Override
        public void refuseFiles(String code) {
            form.refuseWith("attachment", code);
        }

        @Override
        public void refuseEmptyFile(String name) {
            form.refuseEmpty(name);
        }
    }
}
