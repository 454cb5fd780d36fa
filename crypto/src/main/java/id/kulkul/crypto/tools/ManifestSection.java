package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.Exclusion;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestSignatures;
import id.kulkul.crypto.keys.ManifestType;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.SigningKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A manifest from its members' seeds, with the order and the groups it gives them, and its signatures. */
final class ManifestSection implements Section {
    @Override
    public String name() {
        return "manifest";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var manifest = manifest(entry);
        entry.gives("n", manifest.n());
        entry.gives(
                "keyIds",
                manifest.members().stream()
                        .map(member -> Hex16.bytes(member.keyId()))
                        .toList());
        entry.gives(
                "groups",
                manifest.members().stream().map(ManifestSection::groups).toList());
        entry.gives("encodedSha256", Digest.sha256(manifest.encoded()));
        entry.gives("manifestDigest", Manifest.decoded(manifest.encoded()).digest());
        if (entry.has("root")) checkRoot(entry.part("root"), manifest);
        if (entry.has("memberSignature")) checkMember(entry.part("memberSignature"), manifest);
    }

    private static Manifest manifest(Case entry) throws OpenFailed {
        return new Manifest(
                Exclusion.of(entry.text("label")),
                ManifestType.of(entry.count("type")),
                entry.id("tenant"),
                entry.id("scope"),
                entry.number("epoch"),
                entry.number("validFromHour"),
                entry.digest("prev"),
                entry.count("m"),
                entry.digest("policySha256"),
                entry.digest("bundleSha256"),
                entry.digest("rulesSha256"),
                entry.number("deadline"),
                members(entry));
    }

    private static List<Member> members(Case entry) throws OpenFailed {
        var members = new ArrayList<Member>();
        for (var member : entry.parts("members")) {
            try (var opening = OpeningKey.of(member.bytes("xwingSeed"));
                    var signing = SigningKey.of(member.bytes("ed25519Seed"))) {
                var role = MemberRole.of(member.count("role"));
                members.add(Member.of(member.id("person"), role, opening.recipient(), signing.verifying()));
            }
        }
        return members;
    }

    private static byte[] groups(Member member) {
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) member.groups()).array();
    }

    private static void checkRoot(Case entry, Manifest manifest) {
        var root = HybridKey.of(entry.bytes("ed25519Seed"), entry.bytes("mldsa44Seed"));
        var signatures = ManifestSignatures.sign(manifest, root);
        entry.gives("ed25519Public", root.publicKey().ed25519());
        entry.gives("mldsa44PublicSha256", Digest.sha256(root.publicKey().mldsa44()));
        entry.gives("fingerprint", new OrgRoot(root.publicKey()).fingerprint());
        entry.gives("ed25519Signature", signatures.ed25519());
        entry.gives("mldsa44SignatureSha256", Digest.sha256(signatures.mldsa44()));
    }

    private static void checkMember(Case entry, Manifest manifest) {
        try (var member = SigningKey.of(entry.bytes("ed25519Seed"))) {
            entry.gives("signature", ManifestSignatures.signAsMember(manifest, member));
        }
    }
}
