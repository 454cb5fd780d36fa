package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One entry of a vector file: what is read is an input, what is compared an output, and nothing may be neither. */
final class Case {
    private final String path;
    private final Json entry;
    private final Checklist tally;
    private final Set<String> used = new HashSet<>();
    private final List<Case> parts = new ArrayList<>();

    Case(String path, Json entry, Checklist tally) {
        this.path = path;
        this.entry = entry;
        this.tally = tally;
    }

    /** Where in the file it stands. */
    String path() {
        return path;
    }

    byte[] bytes(String key) {
        return input(key).hex();
    }

    String text(String key) {
        return input(key).text();
    }

    int count(String key) {
        return input(key).count();
    }

    long number(String key) {
        return input(key).number();
    }

    UUID id(String key) {
        return Hex16.parse(text(key));
    }

    Digest digest(String key) {
        return Digest.of(bytes(key));
    }

    List<String> texts(String key) {
        return input(key).list().stream().map(Json::text).toList();
    }

    List<byte[]> byteStrings(String key) {
        return input(key).list().stream().map(Json::hex).toList();
    }

    List<Digest> digests(String key) {
        return byteStrings(key).stream().map(Digest::of).toList();
    }

    boolean has(String key) {
        return entry.has(key);
    }

    /** The keys of this entry, in the order of the file. */
    Set<String> keys() {
        return entry.keys();
    }

    /** The entry within this one. */
    Case part(String key) {
        return part("." + key, input(key));
    }

    /** The entries of a list within this one. */
    List<Case> parts(String key) {
        var list = new ArrayList<Case>();
        for (var element : input(key).list()) list.add(part("." + key + "[" + list.size() + "]", element));
        return list;
    }

    void gives(String key, byte[] recomputed) {
        gives(key, HexFormat.of().formatHex(recomputed));
    }

    void gives(String key, Digest recomputed) {
        gives(key, recomputed.hex());
    }

    void gives(String key, UUID recomputed) {
        gives(key, Hex16.of(recomputed));
    }

    void gives(String key, String recomputed) {
        tally.compare(path + "." + key, input(key).text(), recomputed);
    }

    void gives(String key, long recomputed) {
        tally.compare(path + "." + key, Long.toString(number(key)), Long.toString(recomputed));
    }

    void gives(String key, List<byte[]> recomputed) {
        var stated = input(key).list().stream().map(Json::text).toList();
        var hex = recomputed.stream().map(HexFormat.of()::formatHex).toList();
        tally.compare(path + "." + key, String.join(" ", stated), String.join(" ", hex));
    }

    void givesDigests(String key, List<Digest> recomputed) {
        gives(key, recomputed.stream().map(Digest::bytes).toList());
    }

    /** Fails for every key that was neither read nor compared. */
    void end() {
        for (var key : entry.keys()) {
            if (!used.contains(key)) tally.fail(path + "." + key, "nothing recomputes this");
        }
        parts.forEach(Case::end);
    }

    private Case part(String name, Json value) {
        var part = new Case(path + name, value, tally);
        parts.add(part);
        return part;
    }

    private Json input(String key) {
        used.add(key);
        return entry.at(key);
    }
}
