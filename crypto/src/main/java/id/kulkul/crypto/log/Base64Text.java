package id.kulkul.crypto.log;

import java.util.Base64;

/**
 * Standard base64 with padding (RFC 4648, section 4) that has one form only: what does not come back the same is
 * refused.
 */
final class Base64Text {

    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] parse(String text, String reason) throws InvalidEvidence {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (of(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            // falls through to the one refusal
        }
        throw new InvalidEvidence(reason);
    }
}
