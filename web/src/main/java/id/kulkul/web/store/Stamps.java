package id.kulkul.web.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The four metadata entries that every stored event has, as 80 bytes instead of 200 characters. */
final class Stamps {
    static final int LENGTH = 80;
    private static final List<String> NAMES = List.of("tenant", "actor", "salt", "subject");
    private static final int[] SIZES = {16, 16, 16, 32};
    private static final HexFormat HEX = HexFormat.of();

    private Stamps() {}

    /**
     * Packs the four entries.
     *
     * @throws IllegalArgumentException when one is missing or not lower-case hex of its length, so that no event is
     *     stored that could not become a leaf of a log
     */
    static byte[] packed(MetaData metaData) {
        var packed = ByteBuffer.allocate(LENGTH);
        for (int i = 0; i < SIZES.length; i++) {
            if (!(metaData.get(NAMES.get(i)) instanceof String text) || !pack(text, SIZES[i], packed)) {
                throw new IllegalArgumentException(
                        "An event without a whole stamp '" + NAMES.get(i) + "' is not stored");
            }
        }
        return packed.array();
    }

    private static boolean pack(String text, int size, ByteBuffer packed) {
        if (text.length() != 2 * size) return false;
        for (int i = 0; i < text.length(); i += 2) {
            int high = digit(text.charAt(i));
            int low = digit(text.charAt(i + 1));
            if (high < 0 || low < 0) return false;
            packed.put((byte) (high << 4 | low));
        }
        return true;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') return c - '0';
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /** The entries beyond the four as JSON, or nothing where there are none. */
    static byte @Nullable [] rest(MetaData metaData, Serializer serializer) {
        if (metaData.size() == SIZES.length) return null; // the four, as packed() made sure
        var rest = metaData.withoutKeys(new HashSet<>(NAMES));
        return rest.isEmpty() ? null : serializer.serialize(rest, byte[].class).getData();
    }

    /** The four entries by name, in a fixed order. */
    static Map<String, String> unpacked(byte[] packed) {
        var entries = new LinkedHashMap<String, String>();
        int from = 0;
        for (int i = 0; i < SIZES.length; i++) {
            entries.put(NAMES.get(i), HEX.formatHex(packed, from, from += SIZES[i]));
        }
        return entries;
    }

    /** All entries again as one JSON object. */
    static byte[] json(byte[] packed, byte @Nullable [] rest) {
        var json = new StringBuilder(280);
        unpacked(packed).forEach((name, value) -> json.append(json.isEmpty() ? '{' : ',')
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
        if (rest == null) return json.append('}').toString().getBytes(StandardCharsets.ISO_8859_1);
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(json.append(',').toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.write(rest, 1, rest.length - 1);
        return whole.toByteArray();
    }
}
