package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.seal.BadKey;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.VerifyingKey;
import java.util.Comparator;
import java.util.UUID;

/**
 * One person with a role and two public keys.
 *
 * @param groups bit 0 all investigators, bits 1 to 30 those whom {@link Exclusion} leaves, bit 31 the outside list; a
 *     manifest gives them out
 */
public record Member(UUID person, MemberRole role, long groups, Recipient recipient, VerifyingKey signing) {
    static final int SIZE = 16 + 1 + 4 + 16 + Recipient.SIZE + VerifyingKey.SIZE;

    /** By role, then by the id of the sealing key. */
    static final Comparator<Member> ORDER = Comparator.comparingInt(
                    (Member member) -> member.role().code())
            .thenComparing(Member::keyId, Hex16.ASCENDING);

    /** A member whose groups the manifest is going to give out. */
    public static Member of(UUID person, MemberRole role, Recipient recipient, VerifyingKey signing) {
        return new Member(person, role, 0, recipient, signing);
    }

    /** The id of the key that items are sealed to. */
    public UUID keyId() {
        return recipient.keyId();
    }

    public boolean isIn(int group) {
        return (groups >>> group & 1) == 1;
    }

    Member in(long otherGroups) {
        return new Member(person, role, otherGroups, recipient, signing);
    }

    void write(StructWriter out) {
        out.id(person)
                .u8(role.code())
                .u32(groups)
                .id(keyId())
                .raw(recipient.bytes())
                .raw(signing.bytes());
    }

    static Member read(StructReader in) throws OpenFailed {
        var person = in.id();
        var role = MemberRole.of(in.u8());
        long groups = in.u32();
        var keyId = in.id();
        try {
            var recipient = Recipient.of(in.take(Recipient.SIZE));
            StructReader.require(recipient.keyId().equals(keyId));
            return new Member(person, role, groups, recipient, VerifyingKey.of(in.take(VerifyingKey.SIZE)));
        } catch (BadKey e) {
            throw new OpenFailed();
        }
    }
}
