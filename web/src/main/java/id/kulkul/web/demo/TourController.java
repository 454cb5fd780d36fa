package id.kulkul.web.demo;

import id.kulkul.web.page.AtOnce;
import id.kulkul.web.page.Fields;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Refused;
import id.kulkul.web.settings.DemonstrationOnly;
import java.net.URI;
import java.util.concurrent.Callable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Tells one fictional story in eight steps and lets the visitor become each of its people. It shows passphrases and a
 * receipt, so it exists in a demonstration only, and there only for whom {@link OnlyHere} lets in.
 */
@Controller
@DemonstrationOnly
class TourController {
    private final Tours tours;
    private final CarriedChecker checker;
    private final Scheduler sealing;

    TourController(Tours tours, CarriedChecker checker, Scheduler sealing) {
        this.tours = tours;
        this.checker = checker;
        this.sealing = sealing;
    }

    @GetMapping("/demo")
    Mono<Rendering> page(ServerWebExchange exchange) {
        return work(() -> Rendering.view("demo/tour")
                .model(tours.shown(Languages.of(exchange)))
                .build());
    }

    /** Makes the report; a second press begins a new story. */
    @PostMapping("/demo/laporan")
    Mono<ResponseEntity<Void>> report(ServerWebExchange exchange) {
        return tours.begin().then(next(exchange, 2, () -> {}));
    }

    /** Lets the person of a step do what the visitor did not. */
    @PostMapping("/demo/biarkan/{step}")
    Mono<ResponseEntity<Void>> happen(@PathVariable String step, ServerWebExchange exchange) {
        return switch (step) {
            case "pertanyaan" -> next(exchange, 3, tours::ask);
            case "jawaban" -> next(exchange, 4, tours::reply);
            default -> Mono.error(new Refused(HttpStatus.NOT_FOUND, "page/not-found"));
        };
    }

    /** Runs the verifier on the log as it is. */
    @PostMapping("/demo/periksa")
    Mono<ResponseEntity<Void>> verify(ServerWebExchange exchange) {
        return next(exchange, 6, tours::verify);
    }

    /** Runs it on a copy in which one byte of the chosen event is another. */
    @PostMapping("/demo/curangi")
    Mono<ResponseEntity<Void>> cheat(ServerWebExchange exchange) {
        return Fields.of(exchange, Fields.FEW)
                .flatMap(form -> next(exchange, 7, () -> tours.cheat(form.getFirst("event"))));
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
