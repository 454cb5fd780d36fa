package id.kulkul.web.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** How many bytes a first visit of a page takes on the wire, file by file, with all that page and style sheet name. */
final class Wire {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern NAMED =
            Pattern.compile("(?:href|src)=\"(/(?:static|lambang)/[^\"#]+)|url\\(([^)\"']+\\.woff2)\\)");

    private Wire() {}

    /** The bytes by kind and address. */
    static Map<String, Integer> of(String site, String path) throws IOException, InterruptedException {
        Map<String, Integer> bytes = new LinkedHashMap<>();
        String html = load(site, path, "html", bytes);
        for (String file : named(html).distinct().toList()) {
            String kind = file.substring(file.lastIndexOf('.') + 1);
            String text = load(site, file, kind, bytes);
            if (kind.equals("css"))
                for (String font : named(text).toList()) load(site, "/static/" + font, "woff2", bytes);
        }
        return bytes;
    }

    /** All bytes of the kinds that fit. */
    static int sum(Map<String, Integer> bytes, String kinds) {
        return bytes.entrySet().stream()
                .filter(entry -> entry.getKey().split(" ", 2)[0].matches(kinds))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Stream<String> named(String text) {
        return NAMED.matcher(text).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    }

    private static String load(String site, String path, String kind, Map<String, Integer> bytes)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site).resolve(path))
                .header("Accept", "text/html, */*")
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new IOException(path + " is answered with " + answer.statusCode());
        bytes.put(kind + " " + path, answer.body().length);
        boolean packed =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        return new String(packed ? unpacked(answer.body()) : answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return unpacking.readAllBytes();
        }
    }
}
