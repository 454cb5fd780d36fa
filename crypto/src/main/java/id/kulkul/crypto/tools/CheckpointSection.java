package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.TrustPolicy;
import java.time.Instant;
import java.util.List;

/** A checkpoint that a log signs with both keys, and the policy that names them. */
final class CheckpointSection implements Section {
    @Override
    public String name() {
        return "checkpoint";
    }

    @Override
    public void check(Case entry) throws InvalidEvidence {
        var keys = keys(entry);
        var policy = TrustPolicy.withoutWitnesses(List.of(keys));
        entry.gives("policy", policy);
        entry.gives("policySha256", TrustPolicy.parse(policy).digest());
        var mark = Instant.ofEpochSecond(entry.number("time"));
        var signed = keys.sign(entry.number("size"), entry.digest("root"), mark, lists(entry));
        SignedCheckpoint.parse(signed.note())
                .verify(TrustPolicy.parse(policy).log(keys.origin().text()));
        entry.gives("note", signed.note());
    }

    /** The newest list of each channel, by its id; only a checkpoint of the open log may have any. */
    private static ListsInForce lists(Case entry) {
        var lists = ListsInForce.NONE;
        if (!entry.has("lists")) return lists;
        var named = entry.part("lists");
        for (var channel : named.keys()) lists = lists.with(Hex16.parse(channel), named.digest(channel));
        return lists;
    }

    static LogKeys keys(Case entry) throws InvalidEvidence {
        var key = HybridKey.of(entry.bytes("ed25519Seed"), entry.bytes("mldsa44Seed"));
        return new LogKeys(LogOrigin.parse(entry.text("origin")), key);
    }
}
