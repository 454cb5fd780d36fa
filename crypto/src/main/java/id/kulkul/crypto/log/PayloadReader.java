package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.ItemHeader;
import java.util.List;

/** Finds the sealed items that an event's stored payload says it accepted. */
@FunctionalInterface
public interface PayloadReader {

    /**
     * The headers under the payload's top-level name {@code items}, in their order; empty where it has none.
     *
     * @throws InvalidEvidence {@code unreadable-payload}
     */
    List<ItemHeader> items(byte[] payload) throws InvalidEvidence;
}
