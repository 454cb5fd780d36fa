package id.kulkul.query.audit;

import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.RecordedCheckpoint;

/** Hears of every stored checkpoint before anybody sees it; while it fails, nobody does. */
public interface Publication {
    /** Of those who need not hear of any. */
    Publication UNHEARD = (origin, checkpoint, events) -> {};

    /**
     * Keeps what is needed to notice later that this checkpoint is gone.
     *
     * @param events how many events the history has with it
     */
    void before(LogOrigin origin, RecordedCheckpoint checkpoint, long events);
}
