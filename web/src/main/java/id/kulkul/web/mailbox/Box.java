package id.kulkul.web.mailbox;

import id.kulkul.web.channel.Looked;
import id.kulkul.web.clock.ClockLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one answer of the mailbox shows; an unknown receipt and an empty mailbox are the same value.
 *
 * @param known whether there is news
 * @param stage the report's stage, for its fixed phrase
 * @param messages newest first
 * @param more whether older messages had no room
 * @param openings who was given something of the report, and when
 * @param older how many openings had no room among those
 * @param item the id that the next answer will carry, so that sending it twice is noticed
 * @param typed what was typed into an answer that was not accepted
 * @param done what has just been done, or null
 * @param error what must be corrected, or null
 */
public record Box(
        boolean known,
        String stage,
        List<ClockLine> clocks,
        List<Message> messages,
        boolean more,
        List<Looked.Line> openings,
        int older,
        boolean mayReply,
        String item,
        String typed,
        @Nullable String done,
        @Nullable String error) {
    /** One message; the text is null where this receipt cannot open it. */
    public record Message(
            boolean office, String hour, @Nullable String text) {}

    static final Box NOTHING = new Box(false, "", List.of(), List.of(), false, List.of(), 0, false, "", "", null, null);

    /** The same box with the given number of newest messages. */
    Box showing(int newest) {
        return new Box(
                known,
                stage,
                clocks,
                messages.subList(0, newest),
                newest < messages.size() || more,
                openings,
                older,
                mayReply,
                item,
                typed,
                done,
                error);
    }

    /** The same box after an answer was sent, or was not. */
    Box after(@Nullable String nowDone, @Nullable String nowError, String nowTyped) {
        return new Box(
                known, stage, clocks, messages, more, openings, older, mayReply, item, nowTyped, nowDone, nowError);
    }
}
