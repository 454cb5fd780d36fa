package id.kulkul.crypto.log;

/** Finds what an event's stored payload says of sealed items and of the case's name. */
@FunctionalInterface
public interface PayloadReader {

    /**
     * The facts of a payload.
     *
     * @throws InvalidEvidence {@code unreadable-payload}
     */
    PayloadFacts facts(byte[] payload) throws InvalidEvidence;
}
