package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.OpenFailed;
import java.util.List;

/** What a manifest is for, and which members that calls for. */
public enum ManifestType {
    /** The recipients of a protected channel, and the custodians of its identities. */
    RECIPIENTS(1, MemberRole.CUSTODIAN),
    /** The committee that opens the bids of one tender. */
    TENDER(2, MemberRole.COMMITTEE);

    private static final int LEAST_COMMITTEE = 3;
    private final int code;
    private final MemberRole holder;

    ManifestType(int code, MemberRole holder) {
        this.code = code;
        this.holder = holder;
    }

    public int code() {
        return code;
    }

    /** The role that holds shares. */
    public MemberRole holder() {
        return holder;
    }

    /** The type of a code; an unknown one is refused. */
    public static ManifestType of(int code) throws OpenFailed {
        for (var type : values()) {
            if (type.code == code) return type;
        }
        throw new OpenFailed();
    }

    boolean fits(int m, List<Member> members) {
        long n = Groups.count(members, holder);
        boolean shared = m >= 2 && m <= n && n <= 255;
        return members.stream().allMatch(member -> has(member.role()))
                && switch (this) {
                    case RECIPIENTS -> shared || (m == 0 && n == 0);
                    case TENDER -> shared && n >= LEAST_COMMITTEE && 2L * m > n;
                };
    }

    private boolean has(MemberRole role) {
        return (role == MemberRole.COMMITTEE) == (this == TENDER);
    }
}
