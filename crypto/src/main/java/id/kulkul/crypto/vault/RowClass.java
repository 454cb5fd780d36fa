package id.kulkul.crypto.vault;

/** What a row of the vault holds; the stored code never changes its meaning. */
public enum RowClass {
    /** The key of one class of one case, under the key-encryption key. */
    CASE_KEY(1),
    /** The wrapped data keys of one item, under the case's key. */
    STANZAS(2),
    /** A reporter's public keys and case, found by receipt. */
    RECEIPT(3),
    /** A member of staff's sealed bundle, its wraps and the sign-in verifier. */
    STAFF(4),
    /** A text of a case that the server reads, under the key of that class of the case. */
    TEXT_OF_CONTENT(5),
    TEXT_OF_IDENTITY(6),
    TEXT_OF_STAFF_NOTES(7);

    private final int code;

    RowClass(int code) {
        this.code = code;
    }

    /** The stored number. */
    public int code() {
        return code;
    }

    /** The class of a stored number. */
    public static RowClass of(int code) {
        for (var rowClass : values()) if (rowClass.code == code) return rowClass;
        throw new IllegalArgumentException("No row of the vault has this class.");
    }
}
