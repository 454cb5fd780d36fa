package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.StructWriter;
import java.util.UUID;

/**
 * Names reports by their reporter's keys, so that nobody can send a report under the id of anything else: neither
 * another report's, nor the id of a stream that is not there yet.
 */
public final class CaseIds {
    private CaseIds() {}

    /**
     * The case of a reporter: the first 16 bytes of a hash with the bits of a UUID of version 4.
     *
     * @param reporterKeys SHA-256 of the reporter's public sealing key and public signing key
     * @param nonce 16 random bytes
     */
    public static UUID of(UUID tenant, Digest reporterKeys, UUID nonce) {
        var struct = new StructWriter(2 * Hex16.SIZE + Digest.SIZE)
                .id(tenant)
                .digest(reporterKeys)
                .id(nonce)
                .bytes();
        return Hex16.named(Digest.labelled("kulkul/v1/case", struct), 4);
    }
}
