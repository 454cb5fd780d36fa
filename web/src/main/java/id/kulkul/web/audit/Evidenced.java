package id.kulkul.web.audit;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.MerkleProofs;
import id.kulkul.crypto.log.RecordedCheckpoint;
import id.kulkul.query.audit.Leaves;
import id.kulkul.web.page.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What vouches for one moment: its place in the log and the way from its leaf to a signed root.
 *
 * @param size the leaves of the first checkpoint that covers it
 * @param leaf the leaf hash of the row as it is stored now; empty where the row cannot be read any more
 * @param path from the leaf upwards
 * @param holds whether the stored row still leads to the root that was signed for
 */
public record Evidenced(
        String log,
        String index,
        String size,
        String mark,
        String root,
        String leaf,
        List<String> path,
        boolean holds) {
    static Evidenced of(Indexes.Moment moment, Leaves leaves, Locale language) {
        RecordedCheckpoint covering = leaves.firstCovering(moment.leaf()).orElseThrow();
        List<Digest> path = leaves.inclusion(moment.leaf(), covering.size());
        Optional<Digest> leaf = moment.event().leafHash(leaves.types());
        return new Evidenced(
                moment.leaf().log().text(),
                moment.leaf().text(),
                Long.toString(covering.size()),
                Moments.minute(Instant.ofEpochMilli(covering.mark()), language),
                covering.root().hex(),
                leaf.map(Digest::hex).orElse(""),
                path.stream().map(Digest::hex).toList(),
                leaf.filter(hash -> MerkleProofs.includes(
                                hash, moment.leaf().value(), covering.size(), path, covering.root()))
                        .isPresent());
    }
}
