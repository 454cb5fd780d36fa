package id.kulkul.crypto.keys;

import id.kulkul.crypto.receipt.Typed;
import id.kulkul.crypto.receipt.WordList;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A staff member's secret of 7 generated English words, 77 bits; nobody chooses one. */
public final class Passphrase {
    private static final int WORDS = 7;
    private static final int LIST = 2048;
    private final String text;

    private Passphrase(String text) {
        this.text = text;
    }

    public static Passphrase random() {
        var random = new SecureRandom();
        return new Passphrase(IntStream.range(0, WORDS)
                .mapToObj(i -> WordList.ENGLISH.word(random.nextInt(LIST)))
                .collect(Collectors.joining(" ")));
    }

    /**
     * Reads what a person typed, by the rule of {@link Typed}; anything but 7 words of the list is an
     * {@link IllegalArgumentException}.
     */
    public static Passphrase parse(String typed) {
        var words = List.of(Typed.plain(typed).split(" ", -1));
        boolean known =
                words.stream().allMatch(word -> WordList.ENGLISH.number(word).isPresent());
        if (words.size() != WORDS || !known) throw new IllegalArgumentException("This is no passphrase.");
        return new Passphrase(String.join(" ", words));
    }

    /** The words, joined by single spaces. */
    public String text() {
        return text;
    }

    /** Stretches the passphrase, which takes a good part of a second, into the two keys that come of it. */
    public PassphraseKeys stretched(Stretching how) {
        return PassphraseKeys.of(how.stretch(text.getBytes(StandardCharsets.UTF_8)));
    }
}
