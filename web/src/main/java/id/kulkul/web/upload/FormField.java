package id.kulkul.web.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One text field while it streams in: never more of it is held than its form allows. */
public final class FormField {
    private final String name;
    private final int longest;
    private final ByteArrayOutputStream kept = new Wiped();
    private boolean cut;

    /** Of so many bytes at most. */
    public FormField(String name, int longest) {
        this.name = name;
        this.longest = longest;
    }

    /** Keeps what there is room for, and returns how many bytes that was. */
    public int take(byte[] bytes, int length) {
        int fits = Math.min(length, longest - kept.size());
        if (fits < length) cut = true;
        kept.write(bytes, 0, fits);
        return fits;
    }

    /** The rest of it does not come. */
    public void breakOff() {
        cut = true;
    }

    /** Whether more was sent than is held. */
    public boolean isCut() {
        return cut;
    }

    public String name() {
        return name;
    }

    /** What is held of it, without half a character at its end. */
    public String text() {
        byte[] bytes = kept.toByteArray();
        int end = bytes.length;
        if (cut) while (end > 0 && (bytes[end - 1] & 0xc0) == 0x80) end--;
        if (cut && end > 0 && (bytes[end - 1] & 0xc0) == 0xc0) end--;
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
        Arrays.fill(bytes, (byte) 0);
        kept.reset();
        return text;
    }

    private static final class Wiped extends ByteArrayOutputStream {
        @Override
        public synchronized void reset() {
            Arrays.fill(buf, (byte) 0);
            super.reset();
        }
    }
}
