package id.kulkul.crypto.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recomputes every output of a vector file from its inputs, so that two implementations can agree on bytes. */
final class Vectors {
    private static final String FORMAT = "kulkul crypto vectors 1";
    private static final int MISUSED = 64;

    private Vectors() {}

    /** Reads one file; the last line is "N passed, M failed", the exit code 1 if anything failed. */
    static int run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() != 1) {
            out.println("Usage: kulkul-tools vectors FILE");
            return MISUSED;
        }
        var tally = new Checklist(out);
        try {
            check(Files.readAllBytes(Path.of(arguments.getFirst())), tally);
        } catch (IOException e) {
            tally.fail("file", "it cannot be read");
        }
        return tally.end();
    }

    static void check(byte[] file, Checklist tally) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            check(Json.parse(text.toString()), tally);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            tally.fail("file", "it is no vector file: " + e.getMessage());
        }
    }

    private static void check(Json file, Checklist tally) {
        if (!file.at("format").text().equals(FORMAT)) throw new IllegalArgumentException("unknown format");
        for (var key : file.keys()) {
            if (!key.equals("format")) check(key, file.at(key), tally);
        }
    }

    private static void check(String key, Json value, Checklist tally) {
        var section = Sections.named(key);
        if (section.isEmpty()) {
            tally.fail(key, "this section is unknown");
        } else if (value.isList()) {
            int i = 0;
            for (var element : value.list())
                check(section.get(), new Case(key + "[" + i++ + "]", element, tally), tally);
        } else {
            check(section.get(), new Case(key, value, tally), tally);
        }
    }

    private static void check(Section section, Case entry, Checklist tally) {
        try {
            section.check(entry);
            entry.end();
        } catch (Exception e) {
            tally.fail(entry.path(), "it cannot be recomputed: " + e.getMessage());
        }
    }
}
