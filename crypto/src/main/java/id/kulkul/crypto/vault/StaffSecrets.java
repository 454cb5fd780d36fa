package id.kulkul.crypto.vault;

import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.OpenFailed;
import id.kulkul.crypto.seal.StructReader;
import id.kulkul.crypto.seal.StructWriter;

/**
 * What the server keeps for a member of staff and cannot open: the sealed key bundle, its wrap under the passphrase and
 * under the recovery kit, the parameters of the passphrase's stretching (Argon2id), and the verifier of the sign-in proof.
 *
 * @param version of the bundle, never back
 * @param authVerifier a labelled hash of the proof, from which the proof cannot be computed
 */
public record StaffSecrets(
        long version,
        Octets salt,
        int memoryKiB,
        int iterations,
        int parallelism,
        Digest authVerifier,
        Octets bundle,
        Octets wrap,
        Octets recoveryWrap) {
    private static final int HEAD = 4 + 4 + 4 + 4 + Digest.SIZE;

    byte[] encoded() {
        int size = HEAD + salt.framed() + bundle.framed() + wrap.framed() + recoveryWrap.framed();
        var out = new StructWriter(size)
                .u32(version)
                .u32(memoryKiB)
                .u32(iterations)
                .u32(parallelism)
                .digest(authVerifier);
        for (var part : new Octets[] {salt, bundle, wrap, recoveryWrap})
            out.u32(part.size()).raw(part.bytes());
        return out.bytes();
    }

    static StaffSecrets decoded(byte[] bytes) {
        try {
            var in = new StructReader(bytes);
            long version = in.u32();
            int memory = (int) in.u32();
            int iterations = (int) in.u32();
            int parallelism = (int) in.u32();
            var verifier = in.digest();
            var secrets = new StaffSecrets(
                    version, part(in), memory, iterations, parallelism, verifier, part(in), part(in), part(in));
            in.end();
            return secrets;
        } catch (OpenFailed e) {
            throw new VaultFailed(e);
        }
    }

    private static Octets part(StructReader in) throws OpenFailed {
        return Octets.of(in.take(in.u32()));
    }
}
