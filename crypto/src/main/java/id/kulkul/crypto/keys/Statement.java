package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.seal.VerifyingKey;
import java.util.UUID;

/**
 * One step that a person answers for by signature.
 *
 * @param aggregate the case, tender or person it belongs to
 * @param eventType the code of the event that carries the signature
 * @param about the item, request or confirmation it is about
 * @param code the choice made, as the event type defines it
 * @param hour hours since 1970
 */
public record Statement(UUID tenant, UUID aggregate, int eventType, Digest about, int code, long hour) {
    /** A step about one request. */
    public static Digest about(UUID request) {
        return Digest.of(
                new StructWriter(Digest.SIZE).id(request).id(Hex16.ZERO).bytes());
    }

    /** The confirmation of an item after an addendum, which is named by its SHA-256. */
    public static Digest confirmation(Digest item, Digest addendum) {
        return Digest.labelled("kulkul/v1/confirm", item.bytes(), addendum.bytes());
    }

    /** 64 bytes. */
    public byte[] sign(SigningKey person) {
        return person.sign(message());
    }

    public boolean isSignedBy(VerifyingKey person, byte[] signature) {
        return person.verify(message(), signature);
    }

    private byte[] message() {
        return new StructWriter(20 + 16 + 16 + 2 + Digest.SIZE + 1 + 4)
                .ascii("kulkul/v1/statement")
                .u8(0)
                .id(tenant)
                .id(aggregate)
                .u16(eventType)
                .digest(about)
                .u8(code)
                .u32(hour)
                .bytes();
    }
}
