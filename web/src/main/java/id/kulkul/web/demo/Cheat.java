package id.kulkul.web.demo;

import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.tools.Verify;
import id.kulkul.query.audit.Exports;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.settings.DemonstrationOnly;
import id.kulkul.web.store.Homes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Copies the protected log as its export, changes a byte of the copy if asked to, and runs the offline verifier on it.
 */
@Component
@DemonstrationOnly
class Cheat {
    private static final Pattern PAYLOAD = Pattern.compile("\"payload\":\"([A-Za-z0-9_-]+)\"");

    private final Exports exports;
    private final ServerKeys keys;
    private final Homes homes;

    Cheat(Exports exports, ServerKeys keys, Homes homes) {
        this.exports = exports;
        this.keys = keys;
        this.homes = homes;
    }

    /** What the verifier prints about the log as it is. */
    String verified() throws IOException {
        return verified(UnaryOperator.identity());
    }

    /** What it prints after one byte of that event was changed in the copy. */
    String caught(UUID report, long sequence) throws IOException {
        String aggregate = "\"aggregate\":\"" + id.kulkul.crypto.bytes.Hex16.of(report) + "\"";
        String place = "\"sequence\":" + sequence + ",";
        return verified(line -> line.contains(aggregate) && line.contains(place) ? changed(line) : line);
    }

    private String verified(UnaryOperator<String> change) throws IOException {
        Path folder = Files.createTempDirectory(homes.root(), "coba");
        try {
            Path copy = folder.resolve("log-wbs.jsonl");
            try (Stream<String> lines = exports.log(LogName.WBS)) {
                Files.write(copy, (Iterable<String>) () -> changed(lines.iterator(), change));
            }
            Path policy = Files.writeString(
                    folder.resolve("policy.txt"), keys.policies().getLast());
            return printed(copy, policy);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static Iterator<String> changed(Iterator<String> lines, UnaryOperator<String> change) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public String next() {
                return change.apply(lines.next());
            }
        };
    }

    private String printed(Path copy, Path policy) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String root = keys.rootFingerprint().hex();
        Verify.run(List.of(copy.toString(), "--root", root, "--policy", policy.toString()), print, print);
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    /** Flips the lowest bit of the byte in the middle of the event's payload. */
    private static String changed(String line) {
        Matcher payload = PAYLOAD.matcher(line);
        if (!payload.find()) return line;
        byte[] bytes = Base64.getUrlDecoder().decode(payload.group(1));
        bytes[bytes.length / 2] ^= 1;
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return line.substring(0, payload.start(1)) + text + line.substring(payload.end(1));
    }
}
