package id.kulkul.crypto.keys;

import static id.kulkul.crypto.keys.People.manifest;
import static id.kulkul.crypto.keys.People.member;
import static id.kulkul.crypto.keys.People.person;
import static id.kulkul.crypto.keys.People.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.seal.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final HybridKey ROOT = HybridKey.of(Samples.filled(1), Samples.filled(2));
    private static final OrgRoot PUBLIC = new OrgRoot(ROOT.publicKey());

    @Test
    void a_manifest_reads_back_what_it_writes() throws OpenFailed {
        var manifest = usual();
        assertThat(Manifest.decoded(manifest.encoded())).isEqualTo(manifest);
        assertThat(Manifest.decoded(manifest.encoded()).digest()).isEqualTo(manifest.digest());
        assertThat(manifest.n()).isEqualTo(3);
    }

    @Test
    void the_order_of_giving_members_does_not_matter() {
        var turned = manifest(2, usual().members().reversed().toArray(Member[]::new));
        assertThat(turned.encoded()).isEqualTo(usual().encoded());
    }

    @Test
    void who_must_not_read_is_in_no_audience() {
        var manifest = usual();
        for (int number = 1; number <= 3; number++) {
            var excluded = manifest.groupExcluding(Set.of(person(number))).orElseThrow();
            var audience = manifest.audience(excluded);
            assertThat(audience.recipients()).hasSize(2);
            assertThat(audience.recipients())
                    .doesNotContain(People.opening(number).recipient());
        }
        assertThat(manifest.audience(Manifest.EVERYBODY).recipients()).hasSize(3);
        assertThat(manifest.audience(Manifest.OUTSIDE).recipients())
                .containsExactly(People.opening(7).recipient());
    }

    @Test
    void excluding_somebody_who_reads_nothing_anyway_leaves_everybody() {
        assertThat(usual().groupExcluding(Set.of(person(5)))).isEqualTo(OptionalInt.of(Manifest.EVERYBODY));
        assertThat(usual().groupExcluding(Set.of(person(99)))).isEqualTo(OptionalInt.of(Manifest.EVERYBODY));
    }

    @Test
    void any_set_of_excluded_people_leaves_exactly_those_who_remain() {
        for (int investigators = 1; investigators <= Exclusion.MOST; investigators++) {
            var list = manifest(0, investigators(investigators));
            assertThat(list.excludesAny()).isTrue();
            var groups = new HashSet<Integer>();
            for (int set = 0; set < (1 << investigators) - 1; set++) {
                var excluded = people(set, investigators);
                int group = list.groupWithout(hex(excluded)).orElseThrow();
                assertThat(groups.add(group)).isTrue();
                assertThat(list.members().stream()
                                .filter(member -> !member.isIn(group))
                                .map(Member::person))
                        .containsExactlyInAnyOrderElementsOf(excluded);
            }
            assertThat(list.groupWithout(hex(people((1 << investigators) - 1, investigators))))
                    .isEmpty();
        }
    }

    @Test
    void of_more_than_five_one_can_be_left_out() throws OpenFailed {
        var list = manifest(0, investigators(Exclusion.MOST + 1));
        assertThat(list.excludesAny()).isFalse();
        assertThat(Manifest.decoded(list.encoded())).isEqualTo(list);
        for (int i = 0; i <= Exclusion.MOST; i++)
            assertThat(list.audience(list.groupExcluding(people(1 << i, Exclusion.MOST + 1))
                                    .orElseThrow())
                            .recipients())
                    .hasSize(Exclusion.MOST);
        assertThat(list.groupExcluding(people(3, Exclusion.MOST + 1))).isEmpty();
    }

    @Test
    void a_list_that_was_signed_before_keeps_its_meaning() throws OpenFailed {
        var now = usual();
        var before = new Manifest(
                Exclusion.ONE,
                now.type(),
                now.tenant(),
                now.scope(),
                now.epoch(),
                now.validFromHour(),
                now.prev(),
                now.m(),
                now.policy(),
                now.bundle(),
                now.rules(),
                now.deadline(),
                now.members());
        assertThat(before.encoded()).startsWith("KULMAN01".getBytes(StandardCharsets.US_ASCII));
        assertThat(now.encoded()).startsWith("KULMAN02".getBytes(StandardCharsets.US_ASCII));
        assertThat(Manifest.decoded(before.encoded())).isEqualTo(before).isNotEqualTo(now);
        var relabelled = before.encoded();
        relabelled[7] = '2';
        assertThatThrownBy(() -> Manifest.decoded(relabelled)).isInstanceOf(OpenFailed.class);
        assertThat(before.excludesAny()).isFalse();
        for (int position = 1; position <= 3; position++) {
            var person = before.members().get(position - 1).person();
            assertThat(before.groupExcluding(Set.of(person))).hasValue(position);
        }
        assertThat(before.groupWithout(hex(Set.of(person(1), person(2))))).isEmpty();
    }

    @Test
    void the_head_or_everybody_excluded_leaves_those_outside() {
        String one = Hex16.of(person(1));
        assertThat(usual().groupWithout(Set.of())).hasValue(Manifest.EVERYBODY);
        assertThat(usual().groupWithout(Set.of(Manifest.HEAD))).hasValue(Manifest.OUTSIDE);
        assertThat(usual().groupWithout(Set.of(one, Manifest.HEAD))).hasValue(Manifest.OUTSIDE);
        assertThat(usual().groupWithout(hex(people(7, 3)))).hasValue(Manifest.OUTSIDE);
        var alone = manifest(0, member(1, MemberRole.INVESTIGATOR));
        assertThat(alone.groupWithout(Set.of(one))).isEmpty();
        assertThat(alone.groupWithout(Set.of(Manifest.HEAD))).isEmpty();
        assertThatThrownBy(() -> alone.groupWithout(Set.of("budi"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Member[] investigators(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> member(number, MemberRole.INVESTIGATOR))
                .toArray(Member[]::new);
    }

    private static Set<UUID> people(int bits, int of) {
        return IntStream.range(0, of)
                .filter(i -> (bits >>> i & 1) == 1)
                .mapToObj(i -> person(i + 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> hex(Set<UUID> people) {
        return people.stream().map(Hex16::of).collect(Collectors.toSet());
    }

    @Test
    void excluding_the_only_investigator_leaves_nobody() {
        var alone = manifest(0, member(1, MemberRole.INVESTIGATOR));
        assertThat(alone.groupExcluding(Set.of(person(1)))).isEmpty();
        assertThatThrownBy(() -> alone.audience(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alone.audience(Manifest.OUTSIDE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alone.audience(255)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_stands_in_a_manifest_twice() {
        assertThatThrownBy(() -> manifest(
                        2,
                        member(1, MemberRole.INVESTIGATOR),
                        Member.of(
                                person(1),
                                MemberRole.CUSTODIAN,
                                People.opening(2).recipient(),
                                People.signing(2).verifying()),
                        member(3, MemberRole.CUSTODIAN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_custodian_is_not_enough_to_open() {
        assertThatThrownBy(() -> manifest(1, member(1, MemberRole.CUSTODIAN), member(2, MemberRole.CUSTODIAN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> manifest(3, member(1, MemberRole.CUSTODIAN), member(2, MemberRole.CUSTODIAN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holders_stand_in_the_order_of_their_indices() {
        var holders = usual().holders();
        assertThat(holders).hasSize(3);
        for (int i = 1; i < holders.size(); i++) {
            assertThat(Hex16.ASCENDING.compare(
                            holders.get(i - 1).keyId(), holders.get(i).keyId()))
                    .isNegative();
        }
        assertThat(usual().toHolders().m()).isEqualTo(2);
        assertThatThrownBy(() -> manifest(0, member(1, MemberRole.INVESTIGATOR)).toHolders())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_changed_byte_changes_the_digest_or_is_refused() {
        var bytes = usual().encoded();
        var digest = usual().digest();
        for (int at = 0; at < bytes.length; at += at < 2 * Member.SIZE ? 1 : 31) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            var thrown = catchThrowable(
                    () -> assertThat(Manifest.decoded(changed).digest()).isNotEqualTo(digest));
            if (thrown != null) assertThat(thrown).isInstanceOf(OpenFailed.class);
        }
        for (int length = 0; length < bytes.length; length += 41) {
            var shorter = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Manifest.decoded(shorter)).isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void a_group_bit_that_lets_the_excluded_person_in_is_refused() {
        var bytes = usual().encoded();
        int groupsOfFirst = bytes.length - 7 * Member.SIZE + 17;
        var position = bytes.clone();
        position[groupsOfFirst + 3] |= 2;
        assertThatThrownBy(() -> Manifest.decoded(position)).isInstanceOf(OpenFailed.class);
    }

    @Test
    void both_signatures_of_the_root_count_together() {
        var manifest = usual();
        var good = ManifestSignatures.sign(manifest, ROOT);
        var other = ManifestSignatures.sign(manifest, HybridKey.of(Samples.filled(3), Samples.filled(4)));
        assertThat(PUBLIC.signed(manifest, good)).isTrue();
        assertThat(PUBLIC.signed(manifest, ManifestSignatures.of(good.ed25519(), other.mldsa44())))
                .isFalse();
        assertThat(PUBLIC.signed(manifest, ManifestSignatures.of(other.ed25519(), good.mldsa44())))
                .isFalse();
        assertThat(PUBLIC.signed(manifest, ManifestSignatures.of(new byte[0], new byte[0])))
                .isFalse();
        assertThat(PUBLIC.signed(manifest(0, member(1, MemberRole.INVESTIGATOR)), good))
                .isFalse();
    }

    @Test
    void the_first_broken_link_of_a_chain_is_named() {
        var first = signed(manifest(1, Digest.ZERO, 0, member(1, MemberRole.INVESTIGATOR)));
        var second = signed(manifest(2, first.manifest().digest(), 0, member(2, MemberRole.INVESTIGATOR)));
        var stray = signed(manifest(2, Digest.sha256(), 0, member(2, MemberRole.INVESTIGATOR)));
        var back = signed(manifest(1, second.manifest().digest(), 0, member(3, MemberRole.INVESTIGATOR)));
        assertThat(SignedManifest.firstBroken(List.of(first, second), PUBLIC)).isEqualTo(-1);
        assertThat(SignedManifest.firstBroken(List.of(second), PUBLIC)).isZero();
        assertThat(SignedManifest.firstBroken(List.of(first, stray), PUBLIC)).isEqualTo(1);
        assertThat(SignedManifest.firstBroken(List.of(first, second, back), PUBLIC))
                .isEqualTo(2);
    }

    @Test
    void a_committee_needs_a_majority_of_at_least_three() throws OpenFailed {
        var tender = tender(2);
        assertThat(Manifest.decoded(tender.encoded())).isEqualTo(tender);
        var signature = ManifestSignatures.signAsMember(tender, People.signing(1));
        assertThat(ManifestSignatures.isSignedByMember(tender, People.signing(1).verifying(), signature))
                .isTrue();
        assertThatThrownBy(() -> tender(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tender(4)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Manifest tender(int m) {
        return new Manifest(
                ManifestType.TENDER,
                Samples.TENANT,
                Samples.SCOPE,
                1,
                480_000,
                Digest.ZERO,
                m,
                Digest.ZERO,
                Digest.ZERO,
                Digest.ZERO,
                1_800_000_000_000L,
                List.of(
                        member(1, MemberRole.COMMITTEE),
                        member(2, MemberRole.COMMITTEE),
                        member(3, MemberRole.COMMITTEE)));
    }

    private static SignedManifest signed(Manifest manifest) {
        return new SignedManifest(manifest, ManifestSignatures.sign(manifest, ROOT));
    }
}
