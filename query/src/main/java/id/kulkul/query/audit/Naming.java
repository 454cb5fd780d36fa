package id.kulkul.query.audit;

import id.kulkul.crypto.log.Checkpoint;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.RecordedCheckpoint;
import id.kulkul.crypto.log.SignedCheckpoint;
import java.time.Instant;
import java.util.Optional;

/**
 * Which lists the next checkpoint of the open log names as those in force. Where rows of it are changed or gone, the
 * newest list may be among them: then only those are named that this log's own keys named last, and where the rows say
 * otherwise, none, so that nobody seals.
 *
 * @param lists the newest of each channel among the stored rows
 * @param last the newest checkpoint, where the rows are not all those that were signed for
 */
record Naming(ListsInForce lists, Optional<RecordedCheckpoint> last) {

    /** Of the logs that hold no list. */
    static final Naming NOTHING = new Naming(ListsInForce.NONE, Optional.empty());

    /** The names, by the keys of the log. */
    ListsInForce with(LogKeys keys) {
        return last.isEmpty() || isConfirmed(last.get(), keys) ? lists : ListsInForce.NONE;
    }

    private boolean isConfirmed(RecordedCheckpoint recorded, LogKeys keys) {
        try {
            SignedCheckpoint signed = SignedCheckpoint.parse(recorded.note());
            Checkpoint named = signed.checkpoint();
            Instant mark =
                    signed.verify(keys.in(LogOrigin.parse(named.origin())).verifier());
            return mark.toEpochMilli() == recorded.mark()
                    && named.size() == recorded.size()
                    && named.root().equals(recorded.root())
                    && named.lists().equals(lists);
        } catch (InvalidEvidence | IllegalArgumentException spoilt) {
            return false;
        }
    }
}
