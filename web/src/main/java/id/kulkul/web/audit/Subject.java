package id.kulkul.web.audit;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.LogName;
import java.util.UUID;

/**
 * The case that a page is about, as its first stored row and the table of names tell it.
 *
 * @param kind the stored name of its aggregate
 * @param log the log that its events are leaves of
 * @param number what people call it
 */
record Subject(String kind, UUID id, LogName log, String number) {
    /** The id in addresses: 32 hex digits. */
    String text() {
        return Hex16.of(id);
    }
}
