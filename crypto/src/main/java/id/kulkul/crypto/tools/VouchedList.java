package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestSignatures;
import id.kulkul.crypto.keys.ManifestType;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.crypto.log.HybridPublicKey;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.Promise;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.crypto.log.TrustPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A list of recipients as a server hands it over, believed for three reasons: the root of the given fingerprint signed
 * it with both keys; its policy is the one it names; the open log holds the event that published it, under a checkpoint
 * of that time.
 */
record VouchedList(Manifest manifest, TrustPolicy policy, TlogProof proof, Instant provenAt) {
    private static final int CHANNEL = 2;
    private static final int MANIFEST_PUBLISHED = 2;
    private static final String UNNAMED = "list-not-named";
    private static final String OTHER = "list-not-in-force";

    /**
     * The list in force of a channel, once every list back to the first stands; {@link InvalidEvidence} names the first
     * thing that does not.
     */
    static VouchedList inForce(Json answer, Digest root) throws InvalidEvidence {
        List<Json> lists = answer.at("manifests").list();
        if (lists.isEmpty()) throw new InvalidEvidence("no-list");
        Optional<VouchedList> before = Optional.empty();
        for (Json list : lists.reversed()) {
            VouchedList vouched = of(list, root);
            if (!vouched.manifest.follows(before.map(VouchedList::manifest))) throw new InvalidEvidence("broken-chain");
            before = Optional.of(vouched);
        }
        before.orElseThrow().requireInForce();
        return before.orElseThrow();
    }

    /** That a list is in the log never says that no later one is: the checkpoint itself names the newest. */
    private void requireInForce() throws InvalidEvidence {
        Optional<Digest> named = proof.checkpoint().checkpoint().lists().of(manifest.scope());
        if (named.isEmpty()) throw new InvalidEvidence(UNNAMED);
        if (!named.get().equals(manifest.digest())) throw new InvalidEvidence(OTHER);
    }

    /** What such a reason means, with a colon after it; nothing of any other. */
    static String sentence(String reason) {
        return switch (reason) {
            case UNNAMED -> "the open log does not say which list of readers is in force, so this may be an old one: ";
            case OTHER -> "the open log names another list of readers as the one in force, so this one is old: ";
            default -> "";
        };
    }

    private static VouchedList of(Json said, Digest root) throws InvalidEvidence {
        try {
            Manifest manifest = Manifest.decoded(said.at("manifest").base64());
            signed(manifest, said, root);
            TrustPolicy policy = TrustPolicy.parse(said.at("policy").utf8());
            if (!policy.digest().equals(manifest.policy())) throw new InvalidEvidence("other-policy");
            LoggedEvent event = published(manifest, said);
            return new VouchedList(manifest, policy, event.proof(), event.verify(manifest.tenant(), policy));
        } catch (OpenFailed notAList) {
            throw new InvalidEvidence("not-a-list");
        }
    }

    private static void signed(Manifest manifest, Json said, Digest root) throws InvalidEvidence {
        Json keys = said.at("root");
        OrgRoot signer = new OrgRoot(new HybridPublicKey(
                keys.at("ed25519").base64(), keys.at("mldsa44").base64()));
        if (!signer.fingerprint().equals(root)) throw new InvalidEvidence("other-root-keys");
        var signatures = ManifestSignatures.of(
                said.at("ed25519").base64(), said.at("mldsa44").base64());
        boolean recipients = manifest.type() == ManifestType.RECIPIENTS;
        if (!recipients || !signer.signed(manifest, signatures)) throw new InvalidEvidence("unsigned-list");
    }

    private static LoggedEvent published(Manifest manifest, Json said) throws InvalidEvidence {
        LoggedEvent event = LoggedEvent.of(said);
        boolean named = event.payload().contains(said.at("manifest").text())
                || event.payload().contains(manifest.digest().hex());
        if (!named || !event.is(CHANNEL, MANIFEST_PUBLISHED)) throw new InvalidEvidence("other-event");
        return event;
    }

    /**
     * The origin in which the open log goes on after a declared loss that the root's holder has not signed for; empty
     * where there is none.
     */
    Optional<LogOrigin> unconfirmed() throws InvalidEvidence {
        LogOrigin shown = LogOrigin.parse(proof.checkpoint().checkpoint().origin());
        return Optional.of(shown).filter(policy::isOvertakenBy);
    }

    /** Refuses a promise that the protected log did not make with both its keys. */
    void verify(Promise promise) throws InvalidEvidence {
        promise.verify(policy.log(new LogOrigin(manifest.tenant(), LogName.WBS)));
    }
}
