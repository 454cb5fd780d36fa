package id.kulkul.web.page;

import id.kulkul.crypto.bytes.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.reactive.resource.AbstractFileNameVersionStrategy;
import reactor.core.publisher.Mono;

/**
 * Names each script, style and picture by its content, so that a repaired one arrives with the next page and an old one
 * never stands for it.
 */
public class Statics extends AbstractFileNameVersionStrategy {
    static final String FOLDER = "/static/";
    static final String LOCATION = "classpath:" + FOLDER;

    private static final int DIGITS = 32;
    private static final Pattern NAMED = Pattern.compile(FOLDER + ".+-[0-9a-f]{" + DIGITS + "}\\.[a-z0-9]+");

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    static boolean isOne(String link) {
        return link.startsWith(FOLDER);
    }

    /** The address of a file of ours that browsers may keep for ever. */
    String address(String file) {
        return addVersion(file, version(new ClassPathResource(file)));
    }

    @Override
    public Mono<String> getResourceVersion(Resource file) {
        return Mono.fromCallable(() -> version(file));
    }

    /** Only files that are there get here, so that they bound what is remembered. */
    private String version(Resource file) {
        return versions.computeIfAbsent(String.valueOf(file.getFilename()), name -> digits(file));
    }

    private static String digits(Resource file) {
        try {
            return Digest.sha256(file.getContentAsByteArray()).hex().substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What may be kept: a file under the name of its content for ever, under its plain name no longer than it is asked
     * for again.
     */
    public static String caching(String path) {
        if (!isOne(path) && !Crest.isOne(path)) return "no-store";
        return Crest.isOne(path) || NAMED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
