package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.OpenFailed;

/** How the data key of an item reaches those who may open it. */
public enum WrapSuite {
    /** It stands inside another item. */
    NONE(0),
    /** One stanza with the whole key for each recipient. */
    EACH(1),
    /** One stanza with one share for each member; m of n open it together. */
    SHARES(2);

    private static final int LEAST_TOGETHER = 2;
    private final int code;

    WrapSuite(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The suite of a code; an unknown one is refused. */
    public static WrapSuite of(int code) throws OpenFailed {
        for (var suite : values()) {
            if (suite.code == code) return suite;
        }
        throw new OpenFailed();
    }

    boolean fits(int m, int n, int stanzas) {
        return switch (this) {
            case NONE -> m == 0 && n == 0 && stanzas == 0;
            case EACH -> m == 0 && n == 0 && stanzas > 0;
            case SHARES -> m >= LEAST_TOGETHER && m <= n && n <= 255 && stanzas == n;
        };
    }
}
