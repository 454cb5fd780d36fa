package id.kulkul.web.report;

import id.kulkul.crypto.receipt.FormSecret;
import id.kulkul.web.page.FieldText;
import id.kulkul.web.upload.UnreadableForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a reporter typed, kept for one request so that a mistake costs them nothing. */
public final class ReportForm {
    /** Most characters of the story. */
    static final int LONGEST_BODY = 20_000;

    /** Most characters of a name or a contact. */
    static final int LONGEST_IDENTITY = 300;

    private static final int MOST_MARKS = 64;
    private static final Set<String> WITHOUT_FILES = Set.of("upload/no-room", "upload/attachments-today");

    /**
     * One field that must be corrected, with the stable code of the mistake, and by how many characters it is too long
     * if it is that.
     */
    public record Mistake(String field, String code, int over) {}

    private FormSecret secret = FormSecret.random();
    private String category = "";
    private String body = "";
    private String identityName = "";
    private String identityContact = "";
    /** Chosen where only one can be left out, and none is. */
    private static final String NOBODY = "nobody";

    private final Set<String> excluded = new LinkedHashSet<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final int marks;
    private @Nullable FormReceipt named;
    private String emptyFile = "";
    private boolean withFiles;

    ReportForm() {
        this(MOST_MARKS);
    }

    /** A form on which so many may be left out. */
    ReportForm(int marks) {
        this.marks = marks;
    }

    /** What makes the same form sent again the same report; it goes to the page and nowhere else. */
    public String getSecret() {
        return secret.text();
    }

    /** The receipt and the case of this form; from now on it takes no more text, which would make it another's. */
    FormReceipt named(UUID tenant) {
        if (named == null) named = FormReceipt.of(secret.with(typed()), tenant);
        return named;
    }

    public String getCategory() {
        return category;
    }

    public String getBody() {
        return body;
    }

    public String getIdentityName() {
        return identityName;
    }

    public String getIdentityContact() {
        return identityContact;
    }

    public Set<String> getExcluded() {
        return excluded;
    }

    public List<Mistake> getErrors() {
        return mistakes;
    }

    /** Tells whether this field must be corrected. */
    public boolean has(String field) {
        return code(field) != null;
    }

    /** Returns the first mistake of this field, or null. */
    public @Nullable String code(String field) {
        for (Mistake mistake : mistakes) if (mistake.field().equals(field)) return mistake.code();
        return null;
    }

    /** By how many characters this field is too long; 0 if it is not. */
    public int over(String field) {
        for (Mistake mistake : mistakes) if (mistake.field().equals(field)) return mistake.over();
        return 0;
    }

    /** The name of a file of no bytes that was sent along; empty if there was none. */
    public String getEmptyFile() {
        return emptyFile;
    }

    /** Whether files came along that may be chosen again; where there is no room for any, none may. */
    public boolean isFilesAgain() {
        return withFiles && !WITHOUT_FILES.contains(String.valueOf(code("attachment")));
    }

    boolean hasIdentity() {
        return !identityName.isEmpty() || !identityContact.isEmpty();
    }

    void refuse(String field, String code) {
        refuse(field, code, 0);
    }

    void refuse(String field, String code, int over) {
        if (!has(field)) mistakes.add(new Mistake(field, "report/" + code, over));
    }

    void refuseEmpty(String file) {
        if (!has("attachment")) emptyFile = file;
        refuseWith("attachment", "upload/attachment-empty");
    }

    /** A file comes along. */
    void takeFile() {
        withFiles = true;
    }

    void refuseWith(String field, String code) {
        if (!has(field)) mistakes.add(new Mistake(field, code, 0));
    }

    /** Takes what is held of a field; where more was sent, its writer hears that only the beginning is shown again. */
    void take(String name, String value, boolean cut) {
        if (!cut) {
            take(name, value);
            return;
        }
        switch (name) {
            case "body", "identityName", "identityContact" -> {
                take(name, value);
                refuse(name, name.equals("body") ? "body-cut" : "identity-cut");
            }
            case "category" -> take(name, "");
            case "exclude" -> refuse(name, "unknown-reader");
            default -> throw new UnreadableForm();
        }
    }

    /** Takes what came of a text before the form broke off; half a choice or half a secret is none. */
    void takeBrokenOff(String name, String value) {
        boolean isText = name.equals("body") || name.startsWith("identity");
        if (isText && named == null && !taken.contains(name)) take(name, value);
    }

    /**
     * Takes one text field as it was typed; a form with a field that ours does not have, twice what it has once, or
     * text after a file, is none.
     */
    void take(String name, String value) {
        if (named != null) throw new UnreadableForm();
        if (!name.equals("exclude") && !taken.add(name)) throw new UnreadableForm();
        switch (name) {
            case "secret" -> secret = secret(value);
            case "category" -> category = value;
            case "body" -> body = FieldText.text(value);
            case "identityName" -> identityName = FieldText.line(value);
            case "identityContact" -> identityContact = FieldText.line(value);
            case "exclude" -> {
                if (value.equals(NOBODY)) return;
                if (excluded.size() < marks || excluded.contains(value)) excluded.add(value);
                else refuse(name, "unknown-reader");
            }
            default -> throw new UnreadableForm();
        }
    }

    /** What was typed, in one order: two senders of one saved page have one receipt only if they typed the same. */
    private List<String> typed() {
        List<String> typed = new ArrayList<>(List.of(category, body, identityName, identityContact));
        excluded.stream().sorted().forEach(typed::add);
        return typed;
    }

    private static FormSecret secret(String value) {
        try {
            return FormSecret.parse(value);
        } catch (IllegalArgumentException notASecret) {
            throw new UnreadableForm();
        }
    }
}
