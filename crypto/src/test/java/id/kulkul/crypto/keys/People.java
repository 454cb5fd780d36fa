package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Samples;
import id.kulkul.crypto.seal.SigningKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/** Plainly fictional people with fixed keys. */
final class People {
    static final UUID CHANNEL = Samples.SCOPE;

    private People() {}

    static UUID person(int number) {
        return new UUID(0x7000_0000_0000_4000L, number);
    }

    static OpeningKey opening(int number) {
        return OpeningKey.of(seed(1, number));
    }

    static SigningKey signing(int number) {
        return SigningKey.of(seed(2, number));
    }

    static Member member(int number, MemberRole role) {
        return Member.of(
                person(number),
                role,
                opening(number).recipient(),
                signing(number).verifying());
    }

    static Manifest manifest(int m, Member... members) {
        return manifest(1, Digest.ZERO, m, members);
    }

    static Manifest manifest(long epoch, Digest prev, int m, Member... members) {
        return new Manifest(
                ManifestType.RECIPIENTS,
                Samples.TENANT,
                CHANNEL,
                epoch,
                480_000,
                prev,
                m,
                Digest.sha256(new byte[] {1}),
                Digest.sha256(new byte[] {2}),
                Digest.sha256(new byte[] {3}),
                0,
                List.of(members));
    }

    /** Three investigators, three custodians of whom it takes two, one person outside. */
    static Manifest usual() {
        return manifest(
                2,
                member(1, MemberRole.INVESTIGATOR),
                member(2, MemberRole.INVESTIGATOR),
                member(3, MemberRole.INVESTIGATOR),
                member(4, MemberRole.CUSTODIAN),
                member(5, MemberRole.CUSTODIAN),
                member(6, MemberRole.CUSTODIAN),
                member(7, MemberRole.OUTSIDE));
    }

    private static byte[] seed(int use, int number) {
        return ByteBuffer.allocate(32).putInt(use).putInt(number).array();
    }
}
