package id.kulkul.web.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;

/**
 * Renders pages that all have the same number of bytes, so that a watcher of the wire learns nothing from their length.
 */
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

    /** Returns exactly {@link #SIZE} bytes; the page itself must leave room for an empty comment. */
    byte[] render(String template, Map<String, Object> model, Locale language) {
        return padded(bytes(template, model, language));
    }

    /** The same, or nothing of a page that has more bytes. */
    Optional<byte[]> renderIfItFits(String template, Map<String, Object> model, Locale language) {
        byte[] page = bytes(template, model, language);
        return fits(page) ? Optional.of(padded(page)) : Optional.empty();
    }

    /** A page before it is padded, of which a part is still to be replaced. */
    String draft(String template, Map<String, Object> model, Locale language) {
        return templates.process(template, new Context(language, model));
    }

    /** Pads a page of UTF-8 text, which is wiped. */
    static byte[] padded(byte[] page) {
        if (!fits(page)) throw new IllegalStateException("The page exceeds the size that all pages have");
        byte[] padded = new byte[SIZE];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(page, 0, padded, 0, page.length);
        System.arraycopy(OPENING, 0, padded, page.length, OPENING.length);
        System.arraycopy(CLOSING, 0, padded, SIZE - CLOSING.length, CLOSING.length);
        Arrays.fill(page, (byte) 0);
        return padded;
    }

    private static boolean fits(byte[] page) {
        return page.length + OPENING.length + CLOSING.length <= SIZE;
    }

    private byte[] bytes(String template, Map<String, Object> model, Locale language) {
        return draft(template, model, language).getBytes(StandardCharsets.UTF_8);
    }
}
