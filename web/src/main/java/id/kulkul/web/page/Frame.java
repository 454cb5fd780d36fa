package id.kulkul.web.page;

import id.kulkul.web.settings.Settings;
import id.kulkul.web.settings.Settings.Government;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands around the content of every page: whose office this is, and whether all is fictional. */
@Component
public class Frame {
    private static final Government FICTIONAL = new Government(
            "Kabupaten Rekaan",
            "Inspektorat Daerah",
            null,
            List.of("Jalan Contoh 1, Kota Rekaan", "Senin–Jumat 08.00–15.30 WITA"),
            "(0000) 000 000",
            "kulkul@rekaan.example",
            null,
            null,
            null);

    private static final List<String> STANDS = List.of("kerja", "kotak", "audit", "lapor");

    private final Map<String, Object> attributes;

    Frame(Settings settings, Crest crest) {
        Map<String, Object> told = new HashMap<>();
        told.put("demonstration", settings.demo());
        told.put("government", settings.demo() ? orFictional(settings.government()) : settings.government());
        if (crest.address() != null) told.put("crest", crest.address());
        attributes = Map.copyOf(told);
    }

    /** The attributes that the layout asks for. */
    public Map<String, Object> attributes() {
        return attributes;
    }

    /** As whom a visitor of the demonstration stands at an address, for the message {@code page.demo.STAND}. */
    public Optional<String> stand(String path) {
        boolean demonstration = Boolean.TRUE.equals(attributes.get("demonstration"));
        return STANDS.stream()
                .filter(stand -> demonstration && (path.equals("/" + stand) || path.startsWith("/" + stand + "/")))
                .findFirst();
    }

    private static Government orFictional(Government told) {
        return new Government(
                Objects.requireNonNullElse(told.name(), FICTIONAL.name()),
                Objects.requireNonNullElse(told.office(), FICTIONAL.office()),
                told.crest(),
                told.address().isEmpty() ? FICTIONAL.address() : told.address(),
                Objects.requireNonNullElse(told.phone(), FICTIONAL.phone()),
                Objects.requireNonNullElse(told.mail(), FICTIONAL.mail()),
                told.law(),
                told.privacy(),
                told.accessibility());
    }
}
