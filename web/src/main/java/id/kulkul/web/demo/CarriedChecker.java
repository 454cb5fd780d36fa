package id.kulkul.web.demo;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.web.settings.DemonstrationOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The checker that the packaged program carries, for a visitor who has no source at hand. Whoever checks a server with
 * a program from that server believes the server; the page says so beside it.
 */
@Component
@DemonstrationOnly
class CarriedChecker {
    static final String NAME = "kulkul-tools.jar";

    private final Resource file = new ClassPathResource("checker/" + NAME);
    private final Optional<Digest> digest;

    CarriedChecker() throws IOException {
        digest = file.exists() ? Optional.of(Digest.sha256(file.getContentAsByteArray())) : Optional.empty();
    }

    /** Its SHA-256; nothing in a program that was started from its classes, which carries none. */
    Optional<Digest> digest() {
        return digest;
    }

    /** Its bytes, where there is a {@link #digest}. */
    Resource file() {
        return file;
    }

    /** What to type to check the log of this home outside of it; where no checker is carried it is built first. */
    String lines(Digest root, Path home) {
        boolean carried = digest().isPresent();
        String build = carried ? "" : "mvn -q -pl crypto package -Dmaven.test.skip=true\n";
        String jar = (carried ? "" : "crypto/target/") + NAME;
        return build + """
                ROOT=%s
                java -jar %s verify log-wbs.jsonl --root $ROOT --policy %s/keys/policy.txt
                sed -i '0,/"payload":"eyJ/s//"payload":"eyK/' log-wbs.jsonl
                java -jar %s verify log-wbs.jsonl""".formatted(root.hex(), jar, home, jar);
    }
}
