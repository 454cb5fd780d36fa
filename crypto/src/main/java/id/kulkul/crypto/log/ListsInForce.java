package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest published list of recipients of each channel, as a checkpoint of the open log names them: that a list is
 * in the log never says that no later one is.
 *
 * @param lists digests by the 32 hex digits of their channel
 */
public record ListsInForce(SortedMap<String, Digest> lists) {

    /** Where none was published yet, and in every checkpoint from before they were named. */
    public static final ListsInForce NONE = new ListsInForce(Collections.emptySortedMap());

    private static final Pattern LINE = Pattern.compile("list ([0-9a-f]{32}) ([0-9a-f]{64})");

    /** Takes a copy. */
    public ListsInForce {
        lists = Collections.unmodifiableSortedMap(new TreeMap<>(lists));
    }

    /** How a list of recipients is named, by its bytes. */
    public static Digest digest(byte[] manifest) {
        return Digest.labelled("kulkul/v1/manifest", manifest);
    }

    /** The same once that list was published for a channel. */
    public ListsInForce with(UUID channel, Digest list) {
        SortedMap<String, Digest> more = new TreeMap<>(lists);
        more.put(Hex16.of(channel), list);
        return new ListsInForce(more);
    }

    /** The list of a channel; empty where none is named. */
    public Optional<Digest> of(UUID channel) {
        return Optional.ofNullable(lists.get(Hex16.of(channel)));
    }

    /** Whether none is named. */
    public boolean isEmpty() {
        return lists.isEmpty();
    }

    /** One line for each channel, in the order of their digits. */
    String text() {
        StringBuilder text = new StringBuilder();
        lists.forEach((channel, list) -> text.append("list ")
                .append(channel)
                .append(' ')
                .append(list.hex())
                .append('\n'));
        return text.toString();
    }

    /** The lists of such lines; no channel twice, and in no other order. */
    static ListsInForce parse(List<String> lines) throws InvalidEvidence {
        TreeMap<String, Digest> lists = new TreeMap<>();
        for (String line : lines) {
            Matcher named = LINE.matcher(line);
            if (!named.matches() || !lists.tailMap(named.group(1)).isEmpty())
                throw new InvalidEvidence("malformed-checkpoint");
            lists.put(named.group(1), Digest.parse(named.group(2)));
        }
        return new ListsInForce(lists);
    }
}
