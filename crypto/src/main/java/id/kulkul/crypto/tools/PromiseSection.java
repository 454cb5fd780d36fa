package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.Promise;

/** A log's signed word that a leaf will be covered. */
final class PromiseSection implements Section {
    @Override
    public String name() {
        return "promise";
    }

    @Override
    public void check(Case entry) throws InvalidEvidence {
        var keys = CheckpointSection.keys(entry);
        var promise = keys.promise(entry.digest("leafHash"), entry.number("hourDue"));
        Promise.decoded(promise.encoded()).verify(keys.verifier());
        entry.gives("promise", promise.encoded());
    }
}
