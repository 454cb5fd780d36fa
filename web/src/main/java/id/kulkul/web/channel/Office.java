package id.kulkul.web.channel;

import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Recipients;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Those who receive reports now: the signed list in force and the public posts of its people. */
public final class Office {
    /** Somebody who may be asked not to read. */
    public record Reader(String person, String post) {}

    private final Manifest manifest;
    private final Digest digest;
    private final Map<UUID, String> posts;

    Office(Manifest manifest, Map<UUID, String> posts) {
        this.manifest = manifest;
        this.digest = manifest.digest();
        this.posts = Map.copyOf(posts);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The digest of the list, as sealed items name it. */
    public Digest digest() {
        return digest;
    }

    /** Where a new item of a case is sealed to; {@code seq} is the sender's own counter. */
    public Context context(Kind kind, UUID report, UUID item, long seq) {
        return new Context(kind, manifest.tenant(), manifest.scope(), report, item, manifest.epoch(), seq);
    }

    /** The investigators, by post. */
    public List<Reader> readers() {
        return with(MemberRole.INVESTIGATOR);
    }

    /** Those outside, by post, who read what nobody here may read. */
    public List<Reader> outside() {
        return with(MemberRole.OUTSIDE);
    }

    private List<Reader> with(MemberRole role) {
        return manifest.with(role).stream()
                .map(Member::person)
                .map(person -> new Reader(Hex16.of(person), posts.getOrDefault(person, "")))
                .sorted(Comparator.comparing(Reader::post))
                .toList();
    }

    /** Whether any set of them that leaves somebody can be left out together; if not, one alone. */
    public boolean excludesAny() {
        return manifest.excludesAny();
    }

    /** How many hold a share of an identity. */
    public int custodians() {
        return manifest.n();
    }

    /** How many of them open one together. */
    public int needed() {
        return manifest.m();
    }

    /** Whether everything that was marked is a person of this list or {@link Manifest#HEAD}. */
    public boolean knows(Set<String> excluded) {
        return excluded.stream()
                .allMatch(mark -> mark.equals(Manifest.HEAD)
                        || readers().stream().anyMatch(reader -> reader.person().equals(mark)));
    }

    /**
     * The group that may read when these may not; empty if nobody here would be left and no outside recipient is
     * registered.
     */
    public OptionalInt group(Set<String> excluded) {
        return manifest.groupWithout(excluded);
    }

    /** The keys of those who may still read a case: its group without those who declared a conflict since. */
    public static Recipients audience(Manifest manifest, Sealing sealing) {
        return new Recipients(
                manifest.digest(),
                sealing.group(),
                manifest.members().stream()
                        .filter(member -> sealing.recipients().contains(member.person()))
                        .map(Member::recipient)
                        .toList());
    }

    /**
     * Whoever signed a message to a reporter: one of those whom the report itself was sealed for, under its list and
     * group, and nobody else.
     */
    public static Optional<Member> writer(Manifest manifest, Sealing report, ItemHeader message, UUID signer) {
        boolean same = message.manifest().equals(report.manifest()) && message.group() == report.group();
        return same ? manifest.signer(report.group(), signer) : Optional.empty();
    }

    /** For whom items of a group are sealed, in the words of the write side. */
    public Sealing sealing(int group) {
        List<UUID> people = manifest.members().stream()
                .filter(member -> member.isIn(group))
                .map(Member::person)
                .toList();
        return new Sealing(
                manifest.tenant(),
                manifest.scope(),
                manifest.epoch(),
                digest,
                group,
                people,
                manifest.n(),
                manifest.m());
    }
}
