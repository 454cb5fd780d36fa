package id.kulkul.web.report;

import id.kulkul.web.channel.Office;
import id.kulkul.web.page.FieldText;
import java.util.List;

/** Finds what must be corrected before a report can be sealed. */
final class Mistakes {
    private Mistakes() {}

    /** Notes every mistake in the form itself, beside its field. */
    static void find(ReportForm form, Office office, List<String> categories) {
        if (!categories.contains(form.getCategory())) form.refuse("category", "category-missing");
        if (form.getBody().isEmpty()) form.refuse("body", "body-missing");
        limit(form, "body", form.getBody(), ReportForm.LONGEST_BODY);
        limit(form, "identityName", form.getIdentityName(), ReportForm.LONGEST_IDENTITY);
        limit(form, "identityContact", form.getIdentityContact(), ReportForm.LONGEST_IDENTITY);
        if (!office.knows(form.getExcluded())) form.refuse("exclude", "unknown-reader");
        else if (office.group(form.getExcluded()).isEmpty()) form.refuse("exclude", "no-reader-left");
    }

    private static void limit(ReportForm form, String field, String text, int longest) {
        int over = FieldText.length(text) - longest;
        if (over > 0) form.refuse(field, field.equals("body") ? "body-too-long" : "identity-too-long", over);
    }
}
