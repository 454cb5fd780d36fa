package id.kulkul.command;

import id.kulkul.crypto.bytes.Hex16;
import java.util.UUID;

/** An event that somebody of the office brought about; what a stranger or the system itself did is none. */
public interface Acted {
    /** Who acts where no member of staff does: a reporter, or the system itself. */
    UUID NOBODY = Hex16.ZERO;

    /** Who did it. */
    UUID by();

    /** Who of the office brought an event about; the zero id where nobody did. */
    static UUID by(Object event) {
        return event instanceof Acted acted ? acted.by() : NOBODY;
    }
}
