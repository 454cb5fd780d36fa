package id.kulkul.web.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts the bytes of a form into its parts as they come (RFC 7578), and keeps no more of them than the head of one part
 * and one window. Whatever is not such a form fails with {@link UnreadableForm}.
 */
public final class Multipart {
    /** Most bytes that it ever holds. */
    public static final int HOLDS = 16 * 1024;

    private static final int WINDOW = 4 * 1024;
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final int LONGEST_BOUNDARY = 70;

    /**
     * Most bytes before the first part and after the last: browsers send a line break, and what belongs to nothing is
     * not waited for.
     */
    private static final int MOST_AROUND = 64;

    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final int LINE_END = 2;

    /** Takes the parts of a form in their order. */
    public interface Parts {
        void begin(PartHead head);

        /** Takes the next bytes of a part, which are wiped as soon as it returns. */
        void take(byte[] bytes, int length);

        void end();

        /** No more comes of the form, which was not whole. */
        void breakOff();
    }

    private enum State {
        PREAMBLE,
        HEAD,
        CONTENT,
        AFTER_DELIMITER,
        EPILOGUE
    }

    private final byte[] delimiter;
    private final Parts parts;
    private final int mostParts;
    private final byte[] window = new byte[WINDOW];
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private State state = State.PREAMBLE;
    private int matched = 2;
    private int filled;
    private int begun;
    private int ended;
    private int around;

    public Multipart(String boundary, int mostParts, Parts parts) {
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) throw new UnreadableForm();
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        if (boundary.chars().anyMatch(one -> one < ' ' || one > '~')) throw new UnreadableForm();
        this.mostParts = mostParts;
        this.parts = parts;
    }

    /** Takes the next bytes of the form, and hands on what there is of a part. */
    public void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            switch (state) {
                case PREAMBLE, CONTENT -> content(bytes[i]);
                case AFTER_DELIMITER -> afterDelimiter(bytes[i]);
                case HEAD -> head(bytes[i]);
                case EPILOGUE -> belongsToNothing();
            }
        }
        if (state == State.CONTENT) flush();
    }

    /** The form is over; it must be whole. */
    public void end() {
        if (state != State.EPILOGUE) throw new UnreadableForm();
    }

    /** The form is over however much came of it. */
    public void breakOff() {
        if (state != State.EPILOGUE) parts.breakOff();
    }

    private void belongsToNothing() {
        if (++around > MOST_AROUND) throw new UnreadableForm();
    }

    /** The delimiter begins with the only CR that it has, so what matched of it can end no other match. */
    private void content(byte next) {
        if (matched > 0 && next != delimiter[matched]) {
            for (int i = 0; i < matched; i++) keep(delimiter[i]);
            matched = 0;
        }
        if (next == delimiter[matched]) matched++;
        else keep(next);
        if (matched < delimiter.length) return;
        matched = 0;
        flush();
        if (state == State.CONTENT) parts.end();
        state = State.AFTER_DELIMITER;
        head.reset();
    }

    private void keep(byte one) {
        if (state == State.PREAMBLE) {
            belongsToNothing();
            return;
        }
        window[filled++] = one;
        if (filled == window.length) flush();
    }

    private void flush() {
        if (filled > 0) parts.take(window, filled);
        Arrays.fill(window, 0, filled, (byte) 0);
        filled = 0;
    }

    /** Two hyphens end the form, a line break begins a part; the blanks that may stand before it are sent by nobody. */
    private void afterDelimiter(byte next) {
        head.write(next);
        String line = head.toString(StandardCharsets.ISO_8859_1);
        if (line.equals("--")) state = State.EPILOGUE;
        else if (line.equals("\r\n")) {
            state = State.HEAD;
            ended = LINE_END;
            head.reset();
        } else if (!line.equals("-") && !line.equals("\r")) throw new UnreadableForm();
    }

    private void head(byte next) {
        head.write(next);
        if (head.size() > LONGEST_HEAD) throw new UnreadableForm();
        if (next == HEAD_END[ended]) ended++;
        else ended = next == HEAD_END[0] ? 1 : 0;
        if (ended < HEAD_END.length) return;
        if (++begun > mostParts) throw new UnreadableForm();
        state = State.CONTENT;
        String lines = head.toString(StandardCharsets.UTF_8);
        head.reset();
        parts.begin(PartHead.of(lines));
    }
}
