package id.kulkul.web.report;

import id.kulkul.web.channel.Office;
import java.util.List;

/** Finds what must be corrected before a report can be sealed. */
final class Mistakes {
    private Mistakes() {}

    /** Notes every mistake in the form itself, beside its field. */
    static void find(ReportForm form, Office office, List<String> categories) {
        if (!categories.contains(form.getCategory())) form.refuse("category", "category-missing");
        if (form.getBody().isBlank()) form.refuse("body", "body-missing");
        if (length(form.getBody()) > ReportForm.LONGEST_BODY) form.refuse("body", "body-too-long");
        if (length(form.getIdentityName()) > ReportForm.LONGEST_IDENTITY) {
            form.refuse("identityName", "identity-too-long");
        }
        if (length(form.getIdentityContact()) > ReportForm.LONGEST_IDENTITY) {
            form.refuse("identityContact", "identity-too-long");
        }
        if (!office.knows(form.getExcluded())) form.refuse("exclude", "unknown-reader");
        else if (office.group(form.getExcluded()).isEmpty()) form.refuse("exclude", "no-reader-left");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
