package id.kulkul.crypto.receipt;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hkdf;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Where a case is found by its receipt: a place that nobody without the server's pepper can compute. */
public final class ReceiptIndex {
    private ReceiptIndex() {}

    /** HMAC-SHA256 under the pepper, over tenant and look-up key of 32 bytes. */
    public static Digest of(SymmetricKey pepper, UUID tenant, byte[] lookup) {
        var key = pepper.bytes();
        var message = new StructWriter(14 + 16 + Digest.SIZE)
                .ascii("kulkul/v1/rid")
                .u8(0)
                .id(tenant)
                .raw(lookup)
                .bytes();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Digest.of(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256.", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * What fills an unused slot of a mailbox answer: the same bytes each time for the same receipt, and noise to
     * everybody without the pepper; at most 16,320 bytes.
     */
    public static byte[] filler(SymmetricKey pepper, Digest rid, long slot, int length) {
        var key = pepper.bytes();
        var info = new StructWriter(17 + Digest.SIZE + 4)
                .ascii("kulkul/v1/filler")
                .u8(0)
                .digest(rid)
                .u32(slot)
                .bytes();
        try {
            return Hkdf.expandSha512(key, info, length);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
