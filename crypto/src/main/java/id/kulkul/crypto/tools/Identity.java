package id.kulkul.crypto.tools;

import java.util.ArrayList;
import java.util.List;

/**
 * Who reports, if they want to say it: from a file, since arguments stay in the shell's history and every user of a
 * machine can see them.
 */
record Identity(String name, String contact) {
    static final Identity NONE = new Identity("", "");

    /** The name on the first line, the contact on the second, in UTF-8; anything else is refused. */
    static Identity of(String file) throws Unfit {
        List<String> lines = new ArrayList<>(Utf8.read(file).lines().toList());
        while (!lines.isEmpty() && lines.getLast().isBlank()) lines.removeLast();
        if (lines.isEmpty() || lines.size() > 2)
            throw new Unfit("--identity takes a file with a name and, on the second line, a contact.");
        return new Identity(
                lines.getFirst().strip(), lines.size() < 2 ? "" : lines.get(1).strip());
    }

    boolean isGiven() {
        return !name.isEmpty() || !contact.isEmpty();
    }
}
