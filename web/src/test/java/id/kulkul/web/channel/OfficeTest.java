package id.kulkul.web.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyBundle;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestType;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody writes to a reporter but those whom the reporter chose as readers. */
class OfficeTest {
    private static final UUID ANI = new UUID(1, 1);
    private static final UUID BUDI = new UUID(1, 2);

    private final KeyBundle ani = KeyBundle.random(1);
    private final KeyBundle budi = KeyBundle.random(1);
    private final KeyBundle custodian = KeyBundle.random(1);
    private final Manifest manifest = new Manifest(
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
                    member(ANI, MemberRole.INVESTIGATOR, ani),
                    member(BUDI, MemberRole.INVESTIGATOR, budi),
                    member(new UUID(1, 3), MemberRole.CUSTODIAN, custodian),
                    member(new UUID(1, 4), MemberRole.CUSTODIAN, KeyBundle.random(1))));
    private final int withoutAni = manifest.groupExcluding(Set.of(ANI)).orElseThrow();

    private static Member member(UUID person, MemberRole role, KeyBundle keys) {
        return Member.of(
                person, role, keys.opening().recipient(), keys.signing().verifying());
    }

    @Test
    void a_reader_of_the_report_may_write() {
        assertThat(writer(withoutAni, header(manifest.digest(), withoutAni), budi))
                .map(Member::person)
                .contains(BUDI);
    }

    @Test
    void somebody_whom_the_reporter_excluded_may_not() {
        assertThat(writer(withoutAni, header(manifest.digest(), withoutAni), ani))
                .isEmpty();
    }

    @Test
    void nobody_writes_for_another_group_or_under_another_list() {
        assertThat(writer(withoutAni, header(manifest.digest(), Manifest.EVERYBODY), budi))
                .isEmpty();
        assertThat(writer(withoutAni, header(Digest.sha256(), withoutAni), budi))
                .isEmpty();
    }

    @Test
    void a_custodian_may_not() {
        assertThat(writer(Manifest.EVERYBODY, header(manifest.digest(), Manifest.EVERYBODY), custodian))
                .isEmpty();
    }

    private Optional<Member> writer(int group, ItemHeader message, KeyBundle signer) {
        Sealing report = new Office(manifest, java.util.Map.of()).sealing(group);
        return Office.writer(
                manifest, report, message, signer.signing().verifying().keyId());
    }

    private ItemHeader header(Digest list, int group) {
        var place = new Context(
                Kind.MSG_TO_REPORTER, manifest.tenant(), manifest.scope(), new UUID(4, 4), new UUID(5, 5), 1, 0);
        var audience = new Recipients(list, group, List.of(ani.opening().recipient()));
        return Seal.signed(place, Draft.of(Draft.MESSAGE, new byte[1]), ani.signing(), audience, Origin.SENDER)
                .header();
    }
}
