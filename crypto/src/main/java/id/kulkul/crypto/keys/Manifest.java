package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.threshold.ThresholdSeal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who receives what in one channel or one tender from one hour on, under one digest that every sealed item names.
 *
 * @param exclusion which investigators can be left out
 * @param scope the channel or the tender
 * @param epoch the number of this manifest in its scope
 * @param validFromHour hours since 1970
 * @param prev the digest of the manifest before, zero if this is the first
 * @param m how many of the holders of shares it takes; 0 if nobody holds shares
 * @param policy SHA-256 of the policy file that names log and witness keys
 * @param bundle SHA-256 of the script that pages load
 * @param rules SHA-256 of the rules in force
 * @param deadline milliseconds since 1970; 0 unless this is a tender's
 * @param members in any order; they are kept sorted, with their groups given out
 */
public record Manifest(
        Exclusion exclusion,
        ManifestType type,
        UUID tenant,
        UUID scope,
        long epoch,
        long validFromHour,
        Digest prev,
        int m,
        Digest policy,
        Digest bundle,
        Digest rules,
        long deadline,
        List<Member> members) {
    /** The group of all investigators. */
    public static final int EVERYBODY = 0;
    /** The group of those outside. */
    public static final int OUTSIDE = Exclusion.OUTSIDE;
    /**
     * What a reporter marks when the head of the region or of the inspectorate is involved: nobody inside may read
     * then.
     */
    public static final String HEAD = "head";

    private static final int FIXED = 8 + 1 + 16 + 16 + 4 + 4 + 32 + 1 + 1 + 3 * 32 + 8 + 2;

    public Manifest {
        members = Groups.given(exclusion, members);
        boolean distinct = Groups.distinct(members) && members.size() <= 0xffff;
        if (!distinct || !type.fits(m, members) || (type == ManifestType.RECIPIENTS && deadline != 0)) {
            throw new IllegalArgumentException("The parts of this manifest contradict each other.");
        }
    }

    /** A list as it is signed now. */
    public Manifest(
            ManifestType type,
            UUID tenant,
            UUID scope,
            long epoch,
            long validFromHour,
            Digest prev,
            int m,
            Digest policy,
            Digest bundle,
            Digest rules,
            long deadline,
            List<Member> members) {
        this(
                Exclusion.ANY,
                type,
                tenant,
                scope,
                epoch,
                validFromHour,
                prev,
                m,
                policy,
                bundle,
                rules,
                deadline,
                members);
    }

    /** The number of holders of shares. */
    public int n() {
        return (int) Groups.count(members, type.holder());
    }

    public byte[] encoded() {
        var out = new StructWriter(FIXED + Member.SIZE * members.size())
                .ascii(exclusion.label())
                .u8(type.code())
                .id(tenant)
                .id(scope)
                .u32(epoch)
                .u32(validFromHour)
                .digest(prev)
                .u8(m)
                .u8(n())
                .digest(policy)
                .digest(bundle)
                .digest(rules)
                .u64(deadline)
                .u16(members.size());
        members.forEach(member -> member.write(out));
        return out.bytes();
    }

    /** Reads exactly one manifest; an order, a group or a count that is not as it must be is refused. */
    public static Manifest decoded(byte[] bytes) throws OpenFailed {
        var in = new StructReader(bytes);
        var exclusion = Exclusion.read(in);
        try {
            var manifest = read(exclusion, in);
            in.end();
            StructReader.require(Arrays.equals(manifest.encoded(), bytes));
            return manifest;
        } catch (IllegalArgumentException e) {
            throw new OpenFailed();
        }
    }

    private static Manifest read(Exclusion exclusion, StructReader in) throws OpenFailed {
        var type = ManifestType.of(in.u8());
        var tenant = in.id();
        var scope = in.id();
        long epoch = in.u32();
        long validFromHour = in.u32();
        var prev = in.digest();
        int m = in.u8();
        int n = in.u8();
        var policy = in.digest();
        var bundle = in.digest();
        var rules = in.digest();
        long deadline = in.u64();
        int count = in.u16();
        StructReader.require(n <= count && in.remaining() == count * Member.SIZE);
        var members = new ArrayList<Member>();
        for (int i = 0; i < count; i++) members.add(Member.read(in));
        return new Manifest(
                exclusion,
                type,
                tenant,
                scope,
                epoch,
                validFromHour,
                prev,
                m,
                policy,
                bundle,
                rules,
                deadline,
                members);
    }

    /** The digest that items, signatures and the next manifest name. */
    public Digest digest() {
        return Digest.labelled("kulkul/v1/manifest", encoded());
    }

    /** Those who read an item of the group; a group that nobody is in is an {@link IllegalArgumentException}. */
    public Recipients audience(int group) {
        return new Recipients(
                digest(),
                group,
                members.stream()
                        .filter(member -> group <= OUTSIDE && member.isIn(group))
                        .map(Member::recipient)
                        .toList());
    }

    /** Whether investigators can be left out in any set that leaves somebody; if not, one alone. */
    public boolean excludesAny() {
        int investigators = with(MemberRole.INVESTIGATOR).size();
        return investigators <= 2 || (exclusion == Exclusion.ANY && investigators <= Exclusion.MOST);
    }

    /** The group of all investigators but these; empty if nobody would be left or the list has no such group. */
    public OptionalInt groupExcluding(Set<UUID> people) {
        var remaining = with(MemberRole.INVESTIGATOR).stream()
                .filter(member -> !people.contains(member.person()))
                .toList();
        if (remaining.isEmpty()) return OptionalInt.empty();
        return IntStream.range(EVERYBODY, OUTSIDE)
                .filter(group -> investigatorsIn(group).equals(remaining))
                .findFirst();
    }

    private List<Member> investigatorsIn(int group) {
        return with(MemberRole.INVESTIGATOR).stream()
                .filter(member -> member.isIn(group))
                .toList();
    }

    /**
     * The group that may read a report when these may not, ids of 32 hex digits or {@link #HEAD}: exactly the
     * investigators who remain; those outside where the head is marked or nobody remains; empty if none are registered,
     * or if the list has no group of those who remain: nobody was told that others would read instead.
     */
    public OptionalInt groupWithout(Set<String> excluded) {
        if (!excluded.contains(HEAD)) {
            var people = excluded.stream().map(Hex16::parse).collect(Collectors.toSet());
            boolean some = with(MemberRole.INVESTIGATOR).stream().anyMatch(member -> !people.contains(member.person()));
            if (some) return groupExcluding(people);
        }
        return with(MemberRole.OUTSIDE).isEmpty() ? OptionalInt.empty() : OptionalInt.of(OUTSIDE);
    }

    /** The keys of those who hold shares, in the order of their indices, which count from 1. */
    public List<Recipient> holders() {
        return with(type.holder()).stream().map(Member::recipient).toList();
    }

    /** Seals to the holders of shares; an {@link IllegalArgumentException} if there are none. */
    public ThresholdSeal toHolders() {
        return new ThresholdSeal(digest(), m, holders());
    }

    /** The members of one role, in order. */
    public List<Member> with(MemberRole role) {
        return members.stream().filter(member -> member.role() == role).toList();
    }

    /** The member of this group who signs with the key of this id. */
    public Optional<Member> signer(int group, UUID keyId) {
        return members.stream()
                .filter(member -> group <= OUTSIDE && member.isIn(group))
                .filter(member -> member.signing().keyId().equals(keyId))
                .findFirst();
    }

    /** The member with this sealing key. */
    public Optional<Member> reader(UUID keyId) {
        return members.stream().filter(member -> member.keyId().equals(keyId)).findFirst();
    }

    /** True if this may come directly after the other, or, without another, be the first of its scope. */
    public boolean follows(Optional<Manifest> before) {
        return before.map(this::follows).orElseGet(() -> prev.equals(Digest.ZERO));
    }

    private boolean follows(Manifest before) {
        return type == before.type
                && tenant.equals(before.tenant)
                && scope.equals(before.scope)
                && epoch > before.epoch
                && validFromHour >= before.validFromHour
                && prev.equals(before.digest());
    }
}
