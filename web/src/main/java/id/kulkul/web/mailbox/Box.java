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
 * @param messages in the order of {@link Conversation}, or where a page shows them as they were written
 * @param from how many of those messages stand on pages before this one
 * @param next the number of the first message that has no room on this page; 0 if all older ones have
 * @param openings who was given something of the report, and when
 * @param older how many openings had no room among those
 * @param objectUntil the last day on which the reporter may object to the refusal; empty where nothing is refused
 * @param item the id that the next answer will carry, so that sending it twice is noticed
 * @param attempt an answer that was sent, and how that ended
 */
public record Box(
        boolean known,
        String stage,
        List<ClockLine> clocks,
        List<Message> messages,
        int from,
        int next,
        List<Looked.Line> openings,
        int older,
        boolean mayReply,
        String objectUntil,
        String item,
        Attempt attempt) {
    /**
     * One message; the text is null where this receipt cannot open it.
     *
     * @param goesOn whether it is the middle or the end of a text that began with the message before it
     */
    public record Message(
            boolean office, String hour, @Nullable String text, boolean goesOn) {}

    /**
     * An answer that was sent.
     *
     * @param done what has been done, or null
     * @param error what must be corrected, or null
     * @param typed what must not be lost; empty once it is stored
     * @param over by how many characters it is too long
     * @param files how many files went with it, or came with it and must be chosen again
     * @param emptyFile the name of one without bytes, if that is what must be corrected
     */
    public record Attempt(
            @Nullable String done, @Nullable String error, Kept typed, int over, int files, String emptyFile) {
        static final Attempt NONE = new Attempt(null, null, Kept.NOTHING, 0, 0, "");

        /** Whether it is the files that must be corrected. */
        public boolean isOfFiles() {
            return error != null && error.startsWith("upload/");
        }

        /** The same with as much of the text as takes so many bytes. */
        Attempt within(int room) {
            return new Attempt(done, error, Kept.of(typed.text(), room), over, files, emptyFile);
        }
    }

    static final Box NOTHING =
            new Box(false, "", List.of(), List.of(), 0, 0, List.of(), 0, false, "", "", Attempt.NONE);

    /** The same box with that many messages from there on. */
    Box showing(int first, int count) {
        int end = first + count;
        return new Box(
                known,
                stage,
                clocks,
                Conversation.joined(messages.subList(first, end)).reversed(),
                first,
                end < messages.size() ? end : 0,
                openings,
                older,
                mayReply,
                objectUntil,
                item,
                attempt);
    }

    /** The same box after an answer was sent, or was not. */
    Box after(Attempt now) {
        return new Box(known, stage, clocks, messages, from, next, openings, older, mayReply, objectUntil, item, now);
    }
}
