package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.keys.Stretching;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the server keeps for a member of staff and cannot open: the sealed key bundle, its wraps under the passphrase
 * and under the recovery kit, how the passphrase is stretched, and the verifier of the sign-in proof.
 *
 * @param version of the bundle, never back
 * @param stretching a PHC string
 * @param authVerifier a labelled hash of the proof, from which the proof cannot be computed
 */
public record StaffSecrets(
        long version, String stretching, Digest authVerifier, Octets bundle, Octets wrap, Octets recoveryWrap) {

    /** The parameters of the passphrase. */
    public Stretching how() {
        return Stretching.parse(stretching);
    }

    byte[] encoded() {
        var parts = List.of(Octets.of(stretching.getBytes(StandardCharsets.US_ASCII)), bundle, wrap, recoveryWrap);
        int size = 4
                + Digest.SIZE
                + parts.stream().mapToInt(part -> 4 + part.size()).sum();
        var out = new StructWriter(size).u32(version).digest(authVerifier);
        parts.forEach(part -> out.u32(part.size()).raw(part.bytes()));
        return out.bytes();
    }

    static StaffSecrets decoded(byte[] bytes) throws OpenFailed {
        var in = new StructReader(bytes);
        long version = in.u32();
        var verifier = in.digest();
        var stretching = new String(part(in).bytes(), StandardCharsets.US_ASCII);
        var secrets = new StaffSecrets(version, stretching, verifier, part(in), part(in), part(in));
        in.end();
        return secrets;
    }

    private static Octets part(StructReader in) throws OpenFailed {
        return Octets.of(in.take(in.u32()));
    }
}
