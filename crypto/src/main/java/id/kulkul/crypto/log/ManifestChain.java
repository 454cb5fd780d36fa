package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The organisation's signed lists of recipients, each naming the one before, from the first one on. */
final class ManifestChain {

    private static final int RECIPIENTS = 1;
    private static final Set<String> LABELS = Set.of("KULMAN01", "KULMAN02");

    private final Map<UUID, Head> newest = new HashMap<>();
    private final Set<Digest> digests = new HashSet<>();
    private final Set<Digest> policies = new HashSet<>();

    private record Head(UUID tenant, UUID scope, long epoch, Digest previous, Digest policy, Digest digest) {

        static Head read(byte[] manifest) throws InvalidEvidence {
            StructReader in = new StructReader(manifest);
            try {
                StructReader.require(LABELS.contains(new String(in.take(8), StandardCharsets.US_ASCII)));
                StructReader.require(in.u8() == RECIPIENTS);
                UUID tenant = in.id();
                UUID scope = in.id();
                long epoch = in.u32();
                in.u32();
                Digest previous = in.digest();
                in.take(2);
                return new Head(
                        tenant, scope, epoch, previous, in.digest(), Digest.labelled("kulkul/v1/manifest", manifest));
            } catch (OpenFailed e) {
                throw new InvalidEvidence("malformed-manifest");
            }
        }
    }

    /** Takes the next manifest of its scope. */
    void add(HybridPublicKey root, UUID tenant, ExportLine.SignedManifest line) throws InvalidEvidence {
        Head head = Head.read(line.manifest());
        byte[] message = signedMessage(head.digest());
        if (!root.verifyEd25519(message, line.ed25519()) || !root.verifyMlDsa44(message, line.mldsa44())) {
            throw new InvalidEvidence("bad-manifest-signature");
        }
        Head before = newest.get(head.scope());
        long epoch = before == null ? 0 : before.epoch();
        Digest previous = before == null ? Digest.ZERO : before.digest();
        if (!head.tenant().equals(tenant)) throw new InvalidEvidence("manifest-of-another-tenant");
        if (head.epoch() != epoch + 1 || !head.previous().equals(previous)) {
            throw new InvalidEvidence("broken-manifest-chain");
        }
        newest.put(head.scope(), head);
        digests.add(head.digest());
        policies.add(head.policy());
    }

    /** What both root keys sign for a manifest of that digest. */
    static byte[] signedMessage(Digest manifestDigest) {
        byte[] label = "kulkul/v1/manifest-sig\0".getBytes(StandardCharsets.US_ASCII);
        byte[] message = new byte[label.length + 32];
        System.arraycopy(label, 0, message, 0, label.length);
        System.arraycopy(manifestDigest.bytes(), 0, message, label.length, 32);
        return message;
    }

    boolean isEmpty() {
        return digests.isEmpty();
    }

    boolean contains(Digest manifest) {
        return digests.contains(manifest);
    }

    boolean names(TrustPolicy policy) {
        return policies.contains(policy.digest());
    }
}
