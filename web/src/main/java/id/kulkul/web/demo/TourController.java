package id.kulkul.web.demo;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.web.page.AtOnce;
import id.kulkul.web.page.Fields;
import id.kulkul.web.page.JsonBodies;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Refused;
import id.kulkul.web.settings.DemonstrationOnly;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Tells one fictional story in eight steps and lets the visitor become each of its people. It shows passphrases and a
 * receipt, so it exists in a demonstration only, and there only for whom {@link OnlyHere} lets in.
 */
@Controller
@DemonstrationOnly
class TourController {
    /** Which story a browser is told. It goes to these pages only, so that no page of a reporter is told it. */
    private static final String STORY = "kulkul-cerita";

    private static final int LOOKUP = 32;
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    /** What the browser that sealed the report knows of it: the look-up key of the receipt, base64url. */
    record Own(@Nullable String lookup) {}

    private final Tours tours;
    private final CarriedChecker checker;
    private final JsonBodies bodies;
    private final Scheduler sealing;

    TourController(Tours tours, CarriedChecker checker, JsonBodies bodies, Scheduler sealing) {
        this.tours = tours;
        this.checker = checker;
        this.bodies = bodies;
        this.sealing = sealing;
    }

    @GetMapping("/demo")
    Mono<Rendering> page(ServerWebExchange exchange) {
        UUID story = storyOf(exchange);
        Locale language = Languages.of(exchange);
        return work(() ->
                Rendering.view("demo/tour").model(tours.shown(story, language)).build());
    }

    /** Makes the report for a browser without JavaScript; a second press begins a new story. */
    @PostMapping("/demo/laporan")
    Mono<ResponseEntity<Void>> report(ServerWebExchange exchange) {
        return tours.begin(Languages.of(exchange))
                .doOnNext(tour -> remember(tour, exchange))
                .then(next(exchange, 2, () -> {}));
    }

    /** Goes on with the report that the visitor's browser sealed, for whoever has its look-up key. */
    @PostMapping(path = "/demo/cerita", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Mono<Map<String, String>> tell(ServerWebExchange exchange) {
        return bodies.of(exchange, Fields.FEW, Own.class)
                .flatMap(own -> tours.tell(lookup(own)))
                .switchIfEmpty(Mono.error(() -> new Refused(HttpStatus.NOT_FOUND, "page/not-found")))
                .doOnNext(tour -> remember(tour, exchange))
                .map(tour -> Map.of("report", Hex16.of(tour.report())));
    }

    private static byte[] lookup(Own own) {
        try {
            byte[] lookup = Base64.getUrlDecoder().decode(Objects.requireNonNullElse(own.lookup(), ""));
            if (lookup.length == LOOKUP) return lookup;
        } catch (IllegalArgumentException none) {
            // what is no base64url is no key either
        }
        throw new Refused(HttpStatus.BAD_REQUEST, "page/unreadable");
    }

    /** Lets the person of a step do what the visitor did not. */
    @PostMapping("/demo/biarkan/{step}")
    Mono<ResponseEntity<Void>> happen(@PathVariable String step, ServerWebExchange exchange) {
        UUID story = storyOf(exchange);
        Locale language = Languages.of(exchange);
        return switch (step) {
            case "pertanyaan" -> next(exchange, 3, () -> tours.ask(story, language));
            case "jawaban" -> next(exchange, 4, () -> tours.reply(story, language));
            default -> Mono.error(new Refused(HttpStatus.NOT_FOUND, "page/not-found"));
        };
    }

    /** Goes to see who opened the report; what a browser without JavaScript sent goes with it. */
    @PostMapping("/demo/lihat")
    Mono<ResponseEntity<Void>> look(ServerWebExchange exchange) {
        UUID story = storyOf(exchange);
        return work(() -> {
            boolean sealedThere = tours.look(story);
            UriComponentsBuilder mailbox = UriComponentsBuilder.fromUri(Languages.address("/kotak", exchange));
            if (sealedThere) mailbox.queryParam("cerita", "lihat");
            return ResponseEntity.status(sealedThere ? HttpStatus.SEE_OTHER : HttpStatus.TEMPORARY_REDIRECT)
                    .location(mailbox.build().toUri())
                    .build();
        });
    }

    /** Runs the verifier on the log as it is. */
    @PostMapping("/demo/periksa")
    Mono<ResponseEntity<Void>> verify(ServerWebExchange exchange) {
        UUID story = storyOf(exchange);
        return next(exchange, 6, () -> tours.verify(story));
    }

    /** Runs it on a copy in which one byte of the chosen event is another. */
    @PostMapping("/demo/curangi")
    Mono<ResponseEntity<Void>> cheat(ServerWebExchange exchange) {
        UUID story = storyOf(exchange);
        return Fields.of(exchange, Fields.FEW)
                .flatMap(form -> next(exchange, 7, () -> tours.cheat(story, form.getFirst("event"))));
    }

    /** The script of the story, which no other program serves. */
    @AtOnce
    @GetMapping("/demo/cerita.js")
    ResponseEntity<Resource> script() {
        return ResponseEntity.ok().contentType(SCRIPT).body(new ClassPathResource("demo/tour.js"));
    }

    /** The checker, for the last step. */
    @AtOnce
    @GetMapping("/demo/alat")
    ResponseEntity<Resource> checker() {
        if (checker.digest().isEmpty()) throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(CarriedChecker.NAME)
                                .build()
                                .toString())
                .body(checker.file());
    }

    private static void remember(Tour tour, ServerWebExchange exchange) {
        exchange.getResponse()
                .addCookie(ResponseCookie.from(STORY, Hex16.of(tour.token()))
                        .path("/demo")
                        .httpOnly(true)
                        .secure(true)
                        .sameSite("Strict")
                        .build());
    }

    /** What is no token is no story. */
    private static @Nullable UUID storyOf(ServerWebExchange exchange) {
        HttpCookie story = exchange.getRequest().getCookies().getFirst(STORY);
        return story == null || !story.getValue().matches("[0-9a-f]{32}") ? null : Hex16.parse(story.getValue());
    }

    private Mono<ResponseEntity<Void>> next(ServerWebExchange exchange, int step, Runnable work) {
        return work(() -> {
            work.run();
            URI page = Languages.address("/demo", exchange);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(page + "#langkah-" + step))
                    .build();
        });
    }

    private <T> Mono<T> work(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(sealing);
    }
}
