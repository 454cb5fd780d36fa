package id.kulkul.web.entrance;

import id.kulkul.web.page.AtOnce;
import id.kulkul.web.page.Refused;
import id.kulkul.web.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers at the addresses that programs look for on every site. */
@RestController
class WellKnownController {
    /** Pages that a search engine has nothing to do with; none of them tells it anything. */
    private static final String ROBOTS = """
            User-agent: *
            Disallow: /kotak
            Disallow: /masuk
            Disallow: /kerja
            Disallow: /audit
            Disallow: /demo
            """;

    /** How long a reader may rely on it (RFC 9116, 2.5.5: less than a year). */
    private static final Duration GOOD_FOR = Duration.ofDays(180);

    private final Settings settings;
    private final Clock clock;

    WellKnownController(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @AtOnce
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        return ROBOTS;
    }

    /** Old browsers ask for it by themselves. */
    @AtOnce
    @GetMapping("/favicon.ico")
    ResponseEntity<Void> icon() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/static/kulkul.svg"))
                .build();
    }

    /** Where a hole in this site is told (RFC 9116); nothing where the office has named no address for mail. */
    @AtOnce
    @GetMapping(path = "/.well-known/security.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String security() {
        String mail = settings.government().mail();
        if (mail == null) throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        return "Contact: mailto:" + mail + "\nExpires: "
                + clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.DAYS) + "\nPreferred-Languages: id, en\n";
    }
}
