package id.kulkul.web.page;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.web.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The government's crest, as it was when the program started, under a name that browsers may keep for ever. */
@Controller
class Crest {
    private static final String FOLDER = "/lambang/";
    private static final int DIGITS = 32;
    private static final Pattern NAMED = Pattern.compile(FOLDER + "[0-9a-f]{" + DIGITS + "}\\.(svg|png)");
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private final byte[] bytes;
    private final @Nullable String name;

    Crest(Settings settings) throws IOException {
        Path file = settings.government().crest();
        bytes = file == null ? new byte[0] : Files.readAllBytes(file);
        name = file == null
                ? null
                : Digest.sha256(bytes).hex().substring(0, DIGITS)
                        + file.toString().substring(file.toString().length() - ".svg".length());
    }

    static boolean isOne(String path) {
        return NAMED.matcher(path).matches();
    }

    /** Where it is; null where the office has none. */
    @Nullable
    String address() {
        return name == null ? null : FOLDER + name;
    }

    @AtOnce
    @ResponseBody
    @GetMapping(FOLDER + "{asked}")
    ResponseEntity<byte[]> crest(@PathVariable String asked) {
        if (!asked.equals(name)) throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        return ResponseEntity.ok()
                .contentType(asked.endsWith("svg") ? SVG : MediaType.IMAGE_PNG)
                .body(bytes);
    }
}
