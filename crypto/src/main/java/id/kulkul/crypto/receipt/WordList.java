package id.kulkul.crypto.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** A fixed list of words in which numbers can be written. */
public final class WordList {
    /** The 2,048 English words of BIP 39, 11 bits each. */
    public static final WordList ENGLISH = new WordList("bip39-english.txt", 2048);
    /** 2,048 common Indonesian words, 11 bits each; none of them stands in the English list. */
    public static final WordList INDONESIAN = new WordList("indonesian.txt", 2048);
    /** 256 plain Indonesian words, 8 bits each. */
    public static final WordList GREETING = new WordList("greeting-indonesian.txt", 256);

    private final List<String> words;
    private final Map<String, Integer> numbers = new HashMap<>();

    private WordList(String resource, int size) {
        try (var in = Objects.requireNonNull(WordList.class.getResourceAsStream(resource), resource)) {
            words = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < words.size(); i++) numbers.put(words.get(i), i);
        if (numbers.size() != size) throw new IllegalStateException("A word list is not what it was.");
    }

    /** The word of a number, from 0. */
    public String word(int number) {
        return words.get(number);
    }

    /** The number of a lower-case word, if it is in the list. */
    public OptionalInt number(String word) {
        var number = numbers.get(word);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
