package id.kulkul.crypto.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a tlog-policy file line by line; a name counts only after its line. */
final class PolicyReader {

    private static final int MOST_LINES = 1024;

    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
    private final Map<String, Quorum.Group> groups = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable String quorum;

    TrustPolicy read(String text) throws InvalidEvidence {
        if (text.chars().anyMatch(c -> (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)) throw malformed();
        String[] lines = text.split("\n", -1);
        if (lines.length > MOST_LINES || !text.endsWith("\n")) throw malformed();
        for (String line : lines) {
            String items = strip(line);
            if (!items.isEmpty() && !items.startsWith("#")) read(items.split("[ \t]+"));
        }
        if (quorum == null) throw malformed();
        return new TrustPolicy(text, logs, witnesses, new Quorum(quorum, groups));
    }

    private void read(String[] items) throws InvalidEvidence {
        switch (items[0]) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> throw malformed();
        }
    }

    private void log(String[] items) throws InvalidEvidence {
        if (items.length < 2 || items.length > 3) throw malformed();
        VerifierKey key = VerifierKey.parse(items[1]);
        boolean duplicate = logs.stream().anyMatch(other -> Arrays.equals(other.key(), key.key()));
        if (duplicate || key.type() == VerifierKey.Type.COSIGNATURE_ED25519) throw malformed();
        logs.add(key);
    }

    private void witness(String[] items) throws InvalidEvidence {
        if (items.length < 3 || items.length > 4) throw malformed();
        VerifierKey key = VerifierKey.parse(items[2]);
        boolean duplicate = witnesses.values().stream().anyMatch(other -> Arrays.equals(other.key(), key.key()));
        if (duplicate || isTaken(items[1]) || key.type() == VerifierKey.Type.NOTE_ED25519) throw malformed();
        witnesses.put(items[1], key);
    }

    private void group(String[] items) throws InvalidEvidence {
        if (items.length < 4 || isTaken(items[1])) throw malformed();
        List<String> names = List.of(items).subList(3, items.length);
        for (String name : names) {
            if (!isDefined(name) || !members.add(name)) throw malformed();
        }
        groups.put(items[1], new Quorum.Group(threshold(items[2], names.size()), names));
    }

    private static int threshold(String text, int members) throws InvalidEvidence {
        if (text.equals("all")) return members;
        if (text.equals("any")) return 1;
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > members) throw malformed();
        return Integer.parseInt(text);
    }

    private void quorum(String[] items) throws InvalidEvidence {
        if (items.length != 2 || quorum != null) throw malformed();
        if (!items[1].equals("none") && !isDefined(items[1])) throw malformed();
        quorum = items[1];
    }

    private boolean isDefined(String name) {
        return witnesses.containsKey(name) || groups.containsKey(name);
    }

    private boolean isTaken(String name) {
        return name.equals("none") || isDefined(name);
    }

    private static String strip(String line) {
        return line.replaceAll("^[ \t]+|[ \t]+$", "");
    }

    private static InvalidEvidence malformed() {
        return new InvalidEvidence("malformed-policy");
    }
}
