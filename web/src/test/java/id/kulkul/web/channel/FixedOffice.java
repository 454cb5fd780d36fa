package id.kulkul.web.channel;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestType;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.SigningKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The same fictional office each time: two investigators, and two custodians who open an identity together. */
public final class FixedOffice {
    private FixedOffice() {}

    public static Office office() {
        return new Office(manifest(), Map.of(person(1), "Rekaan A", person(2), "Rekaan B"));
    }

    private static Manifest manifest() {
        return new Manifest(
                ManifestType.RECIPIENTS,
                new UUID(2, 2),
                new UUID(3, 3),
                1,
                490_000,
                Digest.ZERO,
                2,
                Digest.ZERO,
                Digest.ZERO,
                Digest.ZERO,
                0,
                List.of(
                        member(1, MemberRole.INVESTIGATOR),
                        member(2, MemberRole.INVESTIGATOR),
                        member(3, MemberRole.CUSTODIAN),
                        member(4, MemberRole.CUSTODIAN)));
    }

    private static Member member(int number, MemberRole role) {
        return Member.of(
                person(number),
                role,
                OpeningKey.of(seed(1, number)).recipient(),
                SigningKey.of(seed(2, number)).verifying());
    }

    private static UUID person(int number) {
        return new UUID(1, number);
    }

    private static byte[] seed(int use, int number) {
        return ByteBuffer.allocate(32).putInt(use).putInt(number).array();
    }
}
