package id.kulkul.crypto.vault;

import id.kulkul.crypto.seal.Kind;

/** What of a case can be erased by itself, because it has a key of its own. */
public enum CaseClass {
    CONTENT(1),
    IDENTITY(2),
    STAFF_NOTES(3);

    private final int code;

    CaseClass(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The class whose key covers an item of that kind. */
    public static CaseClass of(Kind kind) {
        return switch (kind) {
            case IDENTITY -> IDENTITY;
            case INTERNAL_NOTE -> STAFF_NOTES;
            default -> CONTENT;
        };
    }
}
