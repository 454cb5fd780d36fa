package id.kulkul.crypto.tools;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What somebody may have in their hands instead of an export, told by the front of the file. */
enum Foreign {
    EMPTY("is empty: the download brought nothing"),
    PAGE("is a page of a website, such as the one for signing in: the download brought that instead"),
    PACKED("is packed: unpack it first"),
    CHECKPOINT("is a checkpoint or a receipt: give it with --checkpoint, beside an export"),
    NEWER("is an export of another form than this version reads: take newer tools"),
    OTHER("is no export");

    private static final Pattern EXPORT =
            Pattern.compile("\\{\"format\":\"kulkul (case )?export ([0-9]{1,9})\".*", Pattern.DOTALL);

    private final String words;

    Foreign(String words) {
        this.words = words;
    }

    /** Whether a first line calls itself an export of this version, be it a whole one or not. */
    static boolean isNone(String line) {
        var parts = EXPORT.matcher(line);
        return parts.matches() && parts.group(2).equals("1");
    }

    /** What a file with this first line is, none of whose lines is the head of an export. */
    static Foreign of(String line) {
        String front = line.replaceFirst("^[ \t\r]+", "");
        if (front.isEmpty()) return EMPTY;
        if (front.startsWith("<")) return PAGE;
        if (front.startsWith("PK\u0003\u0004") || front.startsWith("\u001f\u008b")) return PACKED;
        if (front.startsWith("kulkul/") || front.startsWith("c2sp.org/tlog-proof@")) return CHECKPOINT;
        return EXPORT.matcher(front).matches() ? NEWER : OTHER;
    }

    /** The front of a line, one character a byte. */
    static String front(byte[] line) {
        return new String(line, 0, Math.min(line.length, 512), StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return words;
    }
}
