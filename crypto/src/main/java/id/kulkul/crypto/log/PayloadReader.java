package id.kulkul.crypto.log;

/** Finds what an event's stored payload says of sealed items, of the case's name and of a loss. */
@FunctionalInterface
public interface PayloadReader {

    /**
     * The facts of a payload.
     *
     * @throws InvalidEvidence {@code unreadable-payload}
     */
    PayloadFacts facts(byte[] payload) throws InvalidEvidence;
}
