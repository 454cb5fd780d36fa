package id.kulkul.web.twin;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyBundle;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestType;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.TrustPolicy;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A made-up office: two investigators, two custodians, its root and its log, and one anonymous reporter. */
final class Office {
    static final UUID TENANT = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID CHANNEL = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final UUID REPORT = UUID.fromString("33333333-3333-4333-8333-333333333333");

    final HybridKey root = HybridKey.generate(new SecureRandom());
    final LogKeys log = LogKeys.generate(new LogOrigin(TENANT, LogName.OPEN), new SecureRandom());
    final LogKeys wbs = LogKeys.generate(new LogOrigin(TENANT, LogName.WBS), new SecureRandom());
    final String policy;
    final Person ani = Person.random();
    final Person budi = Person.random();
    final SigningKey reporterSigns = SigningKey.random();
    final OpeningKey reporterOpens = OpeningKey.random();
    final Manifest manifest;

    Office() {
        this(false);
    }

    /** An office whose policy believes only what its one witness saw, or which has none. */
    Office(boolean witnessed) {
        this(alone -> witnessed ? alone.replace("quorum none", witness() + "quorum w0") : alone);
    }

    /**
     * An office with a policy that is made of the one that names its two logs in their first origins, and no witness.
     */
    Office(UnaryOperator<String> policyOf) {
        policy = policyOf.apply(TrustPolicy.withoutWitnesses(List.of(log, wbs)));
        manifest = manifest(1, Digest.ZERO, ani, budi);
    }

    private static String witness() {
        var stranger = LogKeys.generate(new LogOrigin(UUID.randomUUID(), LogName.OPEN), new SecureRandom());
        return stranger.policyLines()
                .lines()
                .reduce((first, last) -> last)
                .map(line -> line.replaceFirst("^log ", "witness w0 ") + "\n")
                .orElseThrow();
    }

    /** Somebody with keys. */
    record Person(UUID id, KeyBundle keys) {
        static Person random() {
            return new Person(UUID.randomUUID(), KeyBundle.random(1));
        }

        Member as(MemberRole role) {
            return Member.of(
                    id, role, keys.opening().recipient(), keys.signing().verifying());
        }
    }

    Manifest manifest(long epoch, Digest prev, Person... investigators) {
        return manifest(epoch, 490_000, prev, investigators);
    }

    /** A list that is in force from that hour since 1970 on. */
    Manifest manifest(long epoch, long fromHour, Digest prev, Person... investigators) {
        var members = new java.util.ArrayList<Member>();
        for (var person : investigators) members.add(person.as(MemberRole.INVESTIGATOR));
        for (int i = 0; i < 2; i++) members.add(Person.random().as(MemberRole.CUSTODIAN));
        var policyDigest = Digest.sha256(policy.getBytes(StandardCharsets.UTF_8));
        return new Manifest(
                ManifestType.RECIPIENTS,
                TENANT,
                CHANNEL,
                epoch,
                fromHour,
                prev,
                2,
                policyDigest,
                Digest.ZERO,
                Digest.ZERO,
                0,
                members);
    }

    Context place(Kind kind, long seq) {
        return new Context(kind, TENANT, CHANNEL, REPORT, UUID.randomUUID(), manifest.epoch(), seq);
    }

    Recipients everybody() {
        return manifest.audience(Manifest.EVERYBODY);
    }

    /** The reporter's report, its text as the JSON that the format asks for. */
    Parcel report(String json) {
        var draft = Draft.of(Draft.REPORT, utf8(json));
        return Seal.signed(place(Kind.REPORT_BODY, 0), draft, reporterSigns, everybody(), Origin.SENDER);
    }

    /** A further message of the reporter. */
    Parcel answer(long seq, String text, Digest prev, Digest seen) {
        var draft = Draft.of(Draft.MESSAGE, utf8(text)).after(prev, seen);
        return Seal.signed(place(Kind.MSG_TO_TEAM, seq), draft, reporterSigns, everybody(), Origin.SENDER);
    }

    /** A message to the reporter that is signed with this key, whosesoever it is. */
    Parcel question(SigningKey signer, long seq, String text, Digest prev, Digest seen) {
        var draft = Draft.of(Draft.MESSAGE, utf8(text)).after(prev, seen);
        var audience = everybody().and(reporterOpens.recipient());
        return Seal.signed(place(Kind.MSG_TO_REPORTER, seq), draft, signer, audience, Origin.SENDER);
    }

    /** A note to colleagues that is signed with this key, whosesoever it is. */
    Parcel note(SigningKey signer, String text) {
        var draft = Draft.of(Draft.MESSAGE, utf8(text));
        return Seal.signed(place(Kind.INTERNAL_NOTE, 0), draft, signer, everybody(), Origin.SENDER);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
