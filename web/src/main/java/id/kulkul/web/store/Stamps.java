package id.kulkul.web.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

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
     * @throws IllegalArgumentException when one is missing or not lower-case hex of its length, so that no event is stored that could
     *     not become a leaf of a log
     */
    static byte[] packed(MetaData metaData) {
        var packed = new ByteArrayOutputStream(LENGTH);
        for (int i = 0; i < SIZES.length; i++) {
            var text = String.valueOf(metaData.get(NAMES.get(i)));
            if (text.length() != 2 * SIZES[i] || !text.equals(text.toLowerCase(java.util.Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "An event without a whole stamp '" + NAMES.get(i) + "' is not stored");
            }
            packed.writeBytes(HEX.parseHex(text));
        }
        return packed.toByteArray();
    }

    /** The entries beyond the four as JSON, or nothing where there are none. */
    static byte @org.jspecify.annotations.Nullable [] rest(MetaData metaData, Serializer serializer) {
        var rest = metaData.withoutKeys(new java.util.HashSet<>(NAMES));
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
    static byte[] json(byte[] packed, byte @org.jspecify.annotations.Nullable [] rest) {
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
