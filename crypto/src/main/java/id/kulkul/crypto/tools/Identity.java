package id.kulkul.crypto.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who reports, if they want to say it: from a file, since arguments stay in the shell's history and every user of a machine can see them. */
record Identity(String name, String contact) {
    static final Identity NONE = new Identity("", "");

    /** The name on the first line, the contact on the second; anything else is an {@link IllegalArgumentException}. */
    static Identity of(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        while (!lines.isEmpty() && lines.getLast().isBlank()) lines.removeLast();
        if (lines.isEmpty() || lines.size() > 2)
            throw new IllegalArgumentException(
                    "--identity takes a file with a name and, on the second line, a contact");
        return new Identity(
                lines.getFirst().strip(), lines.size() < 2 ? "" : lines.get(1).strip());
    }

    boolean isGiven() {
        return !name.isEmpty() || !contact.isEmpty();
    }
}
