package id.kulkul.web.casework;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of acts and of steps, each of which stands once: a step that is an act is called as the act is, and so is
 * its button.
 */
@Component("actWords")
public class ActWords {
    private final MessageSource messages;

    ActWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What an act is called: the message {@code KIND.act.NAME}. */
    public String title(String kind, String act, Locale language) {
        return messages.getMessage(kind + ".act." + act, null, language);
    }

    /** What its button says: {@code KIND.act.NAME.go}, where it says something else. */
    public String button(String kind, String act, Locale language) {
        return otherwise(kind + ".act." + act + ".go", kind, act, language);
    }

    /** What a card says is to be done: {@code KIND.next.NAME}, where it is no act. */
    public String next(String kind, String step, Locale language) {
        return otherwise(kind + ".next." + step, kind, step, language);
    }

    private String otherwise(String key, String kind, String act, Locale language) {
        String own = messages.getMessage(key, null, "", language);
        return own == null || own.isEmpty() ? title(kind, act, language) : own;
    }
}
