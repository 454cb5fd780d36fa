package id.kulkul.crypto.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a reporter wants to say, read from their own files before any server is asked for anything. */
record OwnWords(String text, List<Path> files, Identity who) {
    private static final int MOST_FILES = 4;

    /** An empty name means the standard input for the text, and nobody for the identity. */
    static OwnWords of(String text, InputStream otherwise, List<String> files, String identity) throws Unfit {
        return new OwnWords(
                text(text, otherwise), files(files), identity.isEmpty() ? Identity.NONE : Identity.of(identity));
    }

    private static String text(String file, InputStream otherwise) throws Unfit {
        String text = file.isEmpty() ? typed(otherwise) : Utf8.read(file);
        if (text.isBlank()) throw new Unfit("The report has no text.");
        return text.strip();
    }

    private static String typed(InputStream in) throws Unfit {
        try {
            return Utf8.of(in.readAllBytes(), "The standard input");
        } catch (IOException e) {
            throw new Unfit("The standard input cannot be read.");
        }
    }

    private static List<Path> files(List<String> names) throws Unfit {
        if (names.size() > MOST_FILES) throw new Unfit("At most " + MOST_FILES + " files are taken.");
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            try (InputStream in = Files.newInputStream(Path.of(name))) {
                if (in.read() < 0) throw new Unfit("The file " + name + " is empty (0 bytes).");
                files.add(Path.of(name));
            } catch (InvalidPathException e) {
                throw new Unfit("No file can have this name.");
            } catch (IOException e) {
                throw new Unfit(Sentences.of(name, e));
            }
        }
        return files;
    }
}
