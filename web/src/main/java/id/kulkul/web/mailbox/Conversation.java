package id.kulkul.web.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Messages in the order in which they are read: the newest text first, but the messages of one text from its beginning
 * to its end. Both sides cut a long text where the next word has no room any more, and nothing else tells that two
 * messages are one text. Of the reporter's own, which are never opened here, those of one hour are one answer.
 */
final class Conversation {
    /** A message as it came, and who wrote it. */
    record Came(UUID writer, Box.Message message) {}

    private Conversation() {}

    /** From messages in the order in which they came. */
    static List<Box.Message> read(List<Came> came) {
        List<List<Box.Message>> texts = new ArrayList<>();
        for (int i = 0; i < came.size(); i++) {
            Box.Message message = came.get(i).message();
            if (i > 0 && isOneText(came.get(i - 1), came.get(i)))
                texts.getLast().add(later(message));
            else texts.add(new ArrayList<>(List.of(message)));
        }
        return texts.reversed().stream().flatMap(List::stream).toList();
    }

    /** The same with the messages of one text as one. */
    static List<Box.Message> joined(List<Box.Message> messages) {
        List<Box.Message> joined = new ArrayList<>();
        for (Box.Message message : messages) {
            if (message.goesOn() && !joined.isEmpty()) joined.add(together(joined.removeLast(), message));
            else joined.add(message);
        }
        return joined;
    }

    private static Box.Message together(Box.Message one, Box.Message next) {
        String text = one.text() == null ? null : one.text() + next.text();
        return new Box.Message(one.office(), one.hour(), text, one.goesOn());
    }

    private static Box.Message later(Box.Message message) {
        return new Box.Message(message.office(), message.hour(), message.text(), true);
    }

    private static boolean isOneText(Came before, Came after) {
        boolean together = before.writer().equals(after.writer())
                && before.message().hour().equals(after.message().hour());
        if (together && !before.message().office()) return true;
        String part = before.message().text();
        String next = after.message().text();
        return together && part != null && next != null && hadNoRoom(part, next);
    }

    /** Whether a message of this text had no room for the first word of the next. */
    private static boolean hadNoRoom(String part, String next) {
        int end = 0;
        while (end < next.length() && next.charAt(end) != ' ' && next.charAt(end) != '\n') end++;
        String word = next.substring(0, Math.min(end + 1, next.length()));
        return length(part) + length(word) > Reply.ROOM;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
