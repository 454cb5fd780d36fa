package id.kulkul.crypto.keys;

import id.kulkul.crypto.log.SecretFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small text file in UTF-8: one line that says what it is, then one line for each field, name and value, none twice.
 */
final class KeyFile {
    private final Map<String, String> fields = new LinkedHashMap<>();

    /** Reads a file that begins with exactly that title; anything else is an {@link IllegalArgumentException}. */
    static KeyFile read(Path file, String title) throws IOException {
        var lines = lines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(title)) {
            throw new IllegalArgumentException("This is no file of the kind \"" + title + "\": " + file.getFileName());
        }
        var read = new KeyFile();
        for (var line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            if (space < 0) throw new IllegalArgumentException("A line without a value in " + file.getFileName());
            read.with(line.substring(0, space), line.substring(space + 1));
        }
        return read;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("This is not UTF-8: " + file.getFileName(), e);
        }
    }

    KeyFile with(String name, String value) {
        if (value.contains("\n") || fields.put(name, value) != null) {
            throw new IllegalArgumentException("A value has one line and stands once.");
        }
        return this;
    }

    String value(String name) {
        var value = fields.get(name);
        if (value == null) throw new IllegalArgumentException("The line \"" + name + "\" is missing.");
        return value;
    }

    /** Writes it for its owner's eyes only; an existing file is never replaced. */
    void write(Path file, String title) throws IOException {
        var text = new StringBuilder(title).append('\n');
        fields.forEach(
                (name, value) -> text.append(name).append(' ').append(value).append('\n'));
        SecretFile.write(file, text.toString());
    }
}
