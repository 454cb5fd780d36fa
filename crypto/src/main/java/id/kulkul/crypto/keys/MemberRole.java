package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.OpenFailed;

/** What a member of a manifest does; the code is hashed and never changes its meaning. */
public enum MemberRole {
    /** Reads reports and answers them. */
    INVESTIGATOR(1),
    /** Holds one share of every identity. */
    CUSTODIAN(2),
    /** Holds one share of every bid of one tender. */
    COMMITTEE(3),
    /** Reads reports that nobody inside may read. */
    OUTSIDE(4);

    private final int code;

    MemberRole(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The role of a code; an unknown one is refused. */
    public static MemberRole of(int code) throws OpenFailed {
        for (var role : values()) {
            if (role.code == code) return role;
        }
        throw new OpenFailed();
    }
}
