package id.kulkul.web.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;

/** Renders pages that all have the same number of bytes, so that a watcher of the wire learns nothing from their length. */
@Component
class EqualPages {
    /** Bytes of every answer of the mailbox. */
    static final int SIZE = 57_344;

    private static final byte[] OPENING = "\n<!--".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSING = "-->\n".getBytes(StandardCharsets.US_ASCII);

    private final SpringWebFluxTemplateEngine templates;

    EqualPages(SpringWebFluxTemplateEngine templates) {
        this.templates = templates;
    }

    /** Tells how many bytes the page would have without its padding. */
    int length(String template, Map<String, Object> model, Locale language) {
        return bytes(template, model, language).length;
    }

    /** Returns exactly {@link #SIZE} bytes; the page itself must leave room for an empty comment. */
    byte[] render(String template, Map<String, Object> model, Locale language) {
        byte[] page = bytes(template, model, language);
        if (!fits(page.length)) throw new IllegalStateException("The page exceeds the size that all pages have");
        byte[] padded = new byte[SIZE];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(page, 0, padded, 0, page.length);
        System.arraycopy(OPENING, 0, padded, page.length, OPENING.length);
        System.arraycopy(CLOSING, 0, padded, SIZE - CLOSING.length, CLOSING.length);
        Arrays.fill(page, (byte) 0);
        return padded;
    }

    static boolean fits(int length) {
        return length + OPENING.length + CLOSING.length <= SIZE;
    }

    private byte[] bytes(String template, Map<String, Object> model, Locale language) {
        return templates.process(template, new Context(language, model)).getBytes(StandardCharsets.UTF_8);
    }
}
