package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.OpenFailed;

/** Where a sealed item was made; an honest server says so in the hashed header. */
public enum Origin {
    /** On the sender's own device. */
    SENDER(0),
    /** By the server, for a sender without JavaScript. */
    SERVER(1),
    /** On an officer's device, for a person at the counter. */
    ASSISTED(2),
    /** By the server, for an officer who serves a person at the counter. */
    ASSISTED_BY_SERVER(3);

    private final int code;

    Origin(int code) {
        this.code = code;
    }

    /** Bit 0 sealed by the server, bit 1 assisted. */
    public int code() {
        return code;
    }

    /** Whether somebody of the office made it for a person at the counter. */
    public boolean isAssisted() {
        return this == ASSISTED || this == ASSISTED_BY_SERVER;
    }

    /** The origin of a code; an unknown one is refused. */
    public static Origin of(int code) throws OpenFailed {
        for (var origin : values()) {
            if (origin.code == code) return origin;
        }
        throw new OpenFailed();
    }
}
