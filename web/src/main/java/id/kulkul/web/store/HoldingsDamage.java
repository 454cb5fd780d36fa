package id.kulkul.web.store;

/**
 * What vault and blob folder were found to lack of what the history names.
 *
 * @param rows of the vault that are missing
 * @param alteredRows cases and items whose rows are there and do not open, or do not lead where they led
 * @param blobs ciphertexts that are missing
 * @param alteredBlobs ciphertexts that are there and are not what they were
 */
public record HoldingsDamage(long rows, long alteredRows, long blobs, long alteredBlobs) {
    static final HoldingsDamage NONE = new HoldingsDamage(0, 0, 0, 0);

    /** Whether nothing is known to be missing or altered. */
    public boolean isNone() {
        return equals(NONE);
    }
}
