package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.receipt.Typed;
import id.kulkul.crypto.receipt.WordList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;

/** 32 random bytes on paper, as the 24 words of BIP 39: opens the bundle of an owner who forgot the passphrase. */
public final class RecoveryKit implements AutoCloseable {
    private static final int WORDS = 24;
    private static final int WORD_BITS = 11;
    private static final int CHECK_BITS = 8;
    private static final int WORD_MASK = (1 << WORD_BITS) - 1;
    private final SymmetricKey secret;

    private RecoveryKit(SymmetricKey secret) {
        this.secret = secret;
    }

    public static RecoveryKit random() {
        return new RecoveryKit(SymmetricKey.random());
    }

    /** Copies exactly 32 bytes. */
    public static RecoveryKit of(byte[] secret) {
        return new RecoveryKit(SymmetricKey.of(secret));
    }

    /**
     * Reads 24 words, by the rule of {@link Typed}; a word out of the list or a wrong check is an
     * {@link IllegalArgumentException}.
     */
    public static RecoveryKit parse(String typed) {
        var number = BigInteger.ZERO;
        var words = Typed.plain(typed).split(" ", -1);
        if (words.length != WORDS) throw refused();
        for (var word : words) {
            number = number.shiftLeft(WORD_BITS)
                    .or(BigInteger.valueOf(WordList.ENGLISH.number(word).orElseThrow(RecoveryKit::refused)));
        }
        var secret = new byte[SymmetricKey.SIZE];
        var bytes = number.shiftRight(CHECK_BITS).toByteArray();
        int length = Math.min(bytes.length, secret.length);
        System.arraycopy(bytes, bytes.length - length, secret, secret.length - length, length);
        if (!number(secret).equals(number)) throw refused();
        return of(secret);
    }

    /** 24 lower-case English words. */
    public String words() {
        var bytes = secret.bytes();
        var number = number(bytes);
        Arrays.fill(bytes, (byte) 0);
        var words = new ArrayList<String>();
        for (int i = 0; i < WORDS; i++, number = number.shiftRight(WORD_BITS)) {
            words.add(WordList.ENGLISH.word(number.intValue() & WORD_MASK));
        }
        Collections.reverse(words);
        return String.join(" ", words);
    }

    /** The key that wraps the bundle key a second time. */
    public SymmetricKey wrap() {
        var bytes = secret.bytes();
        try {
            return PassphraseKeys.derive(bytes, "recovery");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public void close() {
        secret.close();
    }

    private static BigInteger number(byte[] secret) {
        int check = Digest.sha256(secret).bytes()[0] & 0xff;
        return new BigInteger(1, secret).shiftLeft(CHECK_BITS).or(BigInteger.valueOf(check));
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException("This is no recovery kit.");
    }
}
