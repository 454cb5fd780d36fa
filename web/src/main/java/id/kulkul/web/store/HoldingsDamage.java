package id.kulkul.web.store;

/**
 * What vault and blob folder were found to lack of what the history names.
 *
 * @param rows of the vault that are missing
 * @param blobs ciphertexts that are missing
 * @param altered ciphertexts that are there and are not what they were
 */
public record HoldingsDamage(long rows, long blobs, long altered) {
    static final HoldingsDamage NONE = new HoldingsDamage(0, 0, 0);

    /** Whether nothing is known to be missing or altered. */
    public boolean isNone() {
        return equals(NONE);
    }
}
