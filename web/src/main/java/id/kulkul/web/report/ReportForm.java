package id.kulkul.web.report;

import id.kulkul.crypto.seal.Hex16;
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

    /** One field that must be corrected, with the stable code of the mistake. */
    public record Mistake(String field, String code) {}

    private UUID report = UUID.randomUUID();
    private String category = "";
    private String body = "";
    private String identityName = "";
    private String identityContact = "";
    private final Set<String> excluded = new LinkedHashSet<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final int marks;

    ReportForm() {
        this(MOST_MARKS);
    }

    /** A form on which so many may be left out. */
    ReportForm(int marks) {
        this.marks = marks;
    }

    public String getReport() {
        return Hex16.of(report);
    }

    UUID report() {
        return report;
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

    boolean hasIdentity() {
        return !identityName.isBlank() || !identityContact.isBlank();
    }

    void refuse(String field, String code) {
        if (!has(field)) mistakes.add(new Mistake(field, "report/" + code));
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

    /** Takes one text field as it was typed; a form with a field that ours does not have, or twice what it has once, is none. */
    void take(String name, String value) {
        if (!name.equals("exclude") && !taken.add(name)) throw new UnreadableForm();
        switch (name) {
            case "case" -> report = caseId(value);
            case "category" -> category = value;
            case "body" -> body = value.replace("\r\n", "\n");
            case "identityName" -> identityName = value;
            case "identityContact" -> identityContact = value;
            case "exclude" -> {
                if (excluded.size() < marks || excluded.contains(value)) excluded.add(value);
                else refuse(name, "unknown-reader");
            }
            default -> throw new UnreadableForm();
        }
    }

    private static UUID caseId(String value) {
        try {
            UUID id = Hex16.parse(value);
            if (id.equals(Hex16.ZERO)) throw new UnreadableForm();
            return id;
        } catch (IllegalArgumentException notAnId) {
            throw new UnreadableForm();
        }
    }
}
