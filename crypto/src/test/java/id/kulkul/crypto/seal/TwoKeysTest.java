package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hkdf;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Makes one AES-GCM ciphertext that is valid under two keys (Dodis, Grubbs, Ristenpart, Woodage 2018). */
class TwoKeysTest {
    private static final int BLOCKS = 4;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128).or(BigInteger.valueOf(0x87));
    private static final Context ROW = Samples.context(Kind.VAULT_ROW);
    private static final byte[] SALT = new byte[PayloadCipher.SALT];

    private final Half one = new Half(SymmetricKey.of(Samples.filled(1)));
    private final Half two = new Half(SymmetricKey.of(Samples.filled(2)));

    @Test
    void a_ciphertext_for_two_keys_opens_under_the_one_it_commits_to() throws Exception {
        var chunk = forBoth();
        assertThat(one.plain(chunk)).isNotEqualTo(two.plain(chunk));

        var blob = blob(one.cipher.commitment(), chunk);
        assertThat(Opening.under(one.dek, ROW, blob)).isEqualTo(one.plain(chunk));
        assertThatThrownBy(() -> Opening.under(two.dek, ROW, blob)).isInstanceOf(OpenFailed.class);
        assertThatThrownBy(() -> Opening.under(one.dek, ROW, blob(two.cipher.commitment(), chunk)))
                .isInstanceOf(OpenFailed.class);
    }

    /** Solves for the last ciphertext block, so that both keys give the same tag. */
    private byte[] forBoth() {
        var ciphertext = SealVectorsTest.pattern(16 * BLOCKS);
        var length = BigInteger.valueOf(128L * BLOCKS);
        var sum = one.mask.xor(two.mask).xor(times(block(length), one.hash.xor(two.hash)));
        for (int i = 0; i < BLOCKS - 1; i++) {
            var c = reflected(Arrays.copyOfRange(ciphertext, 16 * i, 16 * i + 16));
            int power = BLOCKS + 1 - i;
            sum = sum.xor(times(c, power(one.hash, power).xor(power(two.hash, power))));
        }
        var last = times(sum, inverse(power(one.hash, 2).xor(power(two.hash, 2))));
        System.arraycopy(bytes(last), 0, ciphertext, 16 * (BLOCKS - 1), 16);
        var tag = one.mask.xor(times(block(length), one.hash));
        for (int i = 0; i < BLOCKS; i++) {
            var c = reflected(Arrays.copyOfRange(ciphertext, 16 * i, 16 * i + 16));
            tag = tag.xor(times(c, power(one.hash, BLOCKS + 1 - i)));
        }
        var whole = Arrays.copyOf(ciphertext, ciphertext.length + 16);
        System.arraycopy(bytes(tag), 0, whole, ciphertext.length, 16);
        return whole;
    }

    private static byte[] blob(Digest commitment, byte[] chunk) {
        return new StructWriter(PayloadCipher.PREFIX + chunk.length)
                .raw(SALT)
                .digest(commitment)
                .raw(chunk)
                .bytes();
    }

    /** What one key brings into the equation: its hash key and the mask of its tag. */
    private static final class Half {
        private final SymmetricKey dek;
        private final PayloadCipher cipher;
        private final BigInteger hash;
        private final BigInteger mask;
        private final SecretKeySpec key;
        private final byte[] nonce;

        private Half(SymmetricKey dek) {
            this.dek = dek;
            cipher = PayloadCipher.sealing(dek, SALT, ROW);
            var info = new StructWriter(49 + SALT.length + Context.SIZE - 1)
                    .ascii("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM")
                    .u8(0)
                    .raw(SALT)
                    .raw(ROW.encoded())
                    .bytes();
            var okm = Hkdf.expandSha512(dek.bytes(), info, 44);
            key = new SecretKeySpec(okm, 0, 32, "AES");
            nonce = Arrays.copyOfRange(okm, 32, 44);
            hash = reflected(aes(new byte[16]));
            var counter = Arrays.copyOf(nonce, 16);
            counter[15] = 1;
            mask = reflected(aes(counter));
        }

        private byte[] aes(byte[] block) {
            try {
                var ecb = Cipher.getInstance("AES/ECB/NoPadding");
                ecb.init(Cipher.ENCRYPT_MODE, key);
                return ecb.doFinal(block);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private byte[] plain(byte[] chunk) throws GeneralSecurityException {
            var gcm = Cipher.getInstance("AES/GCM/NoPadding");
            gcm.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            return gcm.doFinal(chunk);
        }
    }

    private static BigInteger block(BigInteger bits) {
        return reflected(new StructWriter(16).u64(0).u64(bits.longValueExact()).bytes());
    }

    /** GCM writes the coefficient of the lowest power first; as a number it comes last. */
    private static BigInteger reflected(byte[] block) {
        var number = BigInteger.ZERO;
        for (int bit = 0; bit < 128; bit++) {
            if ((block[bit / 8] >>> (7 - bit % 8) & 1) == 1) number = number.setBit(bit);
        }
        return number;
    }

    private static byte[] bytes(BigInteger element) {
        var block = new byte[16];
        for (int bit = 0; bit < 128; bit++) {
            if (element.testBit(bit)) block[bit / 8] |= (byte) (1 << (7 - bit % 8));
        }
        return block;
    }

    private static BigInteger times(BigInteger a, BigInteger b) {
        var product = BigInteger.ZERO;
        for (int bit = 127; bit >= 0; bit--) {
            product = product.shiftLeft(1);
            if (product.testBit(128)) product = product.xor(MODULUS);
            if (b.testBit(bit)) product = product.xor(a);
        }
        return product;
    }

    private static BigInteger power(BigInteger a, int exponent) {
        var result = BigInteger.ONE;
        for (int i = 0; i < exponent; i++) result = times(result, a);
        return result;
    }

    /** a to the power of 2^128 - 2. */
    private static BigInteger inverse(BigInteger a) {
        var result = BigInteger.ONE;
        var square = times(a, a);
        for (int i = 1; i < 128; i++) {
            result = times(result, square);
            square = times(square, square);
        }
        return result;
    }
}
