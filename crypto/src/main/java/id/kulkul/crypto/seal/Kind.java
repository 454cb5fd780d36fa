package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.OpenFailed;

/** What a sealed item is; the code is part of every hash and never changes its meaning. */
public enum Kind {
    REPORT_BODY(1),
    MSG_TO_REPORTER(2),
    MSG_TO_TEAM(3),
    ATTACHMENT(4),
    IDENTITY(5),
    BID(6),
    INTERNAL_NOTE(7),
    KEY_BUNDLE(8),
    SHARE_RELEASE(9),
    VAULT_ROW(10),
    TENDER_CANARY(11);

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The kind of a code; an unknown one is refused, never tried. */
    public static Kind of(int code) throws OpenFailed {
        for (var kind : values()) {
            if (kind.code == code) return kind;
        }
        throw new OpenFailed();
    }

    /** True for the kinds whose items follow each other: they name the sender's previous and the last seen item. */
    public boolean isChained() {
        return this == REPORT_BODY || this == MSG_TO_REPORTER || this == MSG_TO_TEAM;
    }
}
