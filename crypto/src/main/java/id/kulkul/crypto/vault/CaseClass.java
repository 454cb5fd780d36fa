package id.kulkul.crypto.vault;

import id.kulkul.crypto.seal.Kind;

/** What of a case can be erased by itself, because it has a key of its own. */
public enum CaseClass {
    CONTENT(1, RowClass.TEXT_OF_CONTENT),
    IDENTITY(2, RowClass.TEXT_OF_IDENTITY),
    STAFF_NOTES(3, RowClass.TEXT_OF_STAFF_NOTES);

    private final int code;
    private final RowClass texts;

    CaseClass(int code, RowClass texts) {
        this.code = code;
        this.texts = texts;
    }

    int code() {
        return code;
    }

    RowClass texts() {
        return texts;
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
