package id.kulkul.web.report;

import id.kulkul.command.report.ReportRules;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.channel.Receiving;
import id.kulkul.web.log.Acknowledged;
import id.kulkul.web.page.Bodies;
import id.kulkul.web.page.Refused;
import id.kulkul.web.upload.Uploads;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes reports that the reporter's own device sealed: first the ciphertexts of attachments, then the report that names
 * them.
 */
@RestController
class SealedReportController {
    private static final int LARGEST = 1024 * 1024;

    /**
     * What the sender is told of a report that has arrived.
     *
     * @param leaf the 135 bytes of the event's leaf, base64url
     * @param promise the server's written promise for its hash, 2,520 bytes, base64url
     * @param acknowledged the last day on which the reporter hears that it was received, such as 2026-12-04
     * @param answered the last day on which the reporter hears what came of it
     */
    public record Received(String leaf, String promise, String acknowledged, String answered) {}

    private final Offices offices;
    private final Receiving receiving;
    private final SealedReports reports;
    private final Submissions submissions;
    private final Uploads uploads;
    private final Clock clock;
    private final Scheduler sealing;

    SealedReportController(
            Offices offices,
            Receiving receiving,
            SealedReports reports,
            Submissions submissions,
            Uploads uploads,
            Clock clock,
            Scheduler sealing) {
        this.offices = offices;
        this.receiving = receiving;
        this.reports = reports;
        this.submissions = submissions;
        this.uploads = uploads;
        this.clock = clock;
        this.sealing = sealing;
    }

    /**
     * Whether a report would be received now, so that nobody seals and sends in vain; the reason is the code of a
     * refusal.
     */
    @GetMapping("/lapor/terima")
    Mono<Map<String, Boolean>> receives() {
        return office().thenReturn(Map.of("receives", true));
    }

    /**
     * Keeps the ciphertext of an attachment under its SHA-256 (hex); a second sending changes nothing, and what no
     * report names is removed after a day.
     */
    @PutMapping(path = "/lapor/berkas/{sha256}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> upload(@PathVariable String sha256, ServerWebExchange exchange) {
        return office().then(uploads.take(sha256, exchange));
    }

    /** Answers once the history has acknowledged the report. */
    @PostMapping(path = "/lapor/tersegel", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Received> submit(ServerWebExchange exchange) {
        return office().flatMap(office -> Bodies.of(
                exchange, LARGEST, body -> Mono.just(body).publishOn(sealing).flatMap(whole -> submit(office, whole))));
    }

    private Mono<Received> submit(Office office, byte[] body) {
        SealedReports.Arrived arrived =
                reports.read(body, office, ReportRules.categories(ReportRules.inForce(clock.instant())));
        return submissions
                .submit(arrived.submission(), arrived.readers())
                .map(this::received)
                .onErrorMap(Submissions.AlreadyReceived.class, again -> refused(HttpStatus.CONFLICT, "already"))
                .onErrorMap(Submissions.Busy.class, busy -> refused(HttpStatus.SERVICE_UNAVAILABLE, "busy"));
    }

    private Received received(Acknowledged acknowledged) {
        FirstDays days = FirstDays.of(clock.instant());
        return new Received(
                acknowledged.leaf(),
                acknowledged.promise(),
                days.acknowledged().toString(),
                days.answered().toString());
    }

    private Mono<Office> office() {
        return offices.open()
                .switchIfEmpty(Mono.error(() -> new Refused(HttpStatus.CONFLICT, "channels/not-open")))
                .doOnNext(open -> receiving.require());
    }

    static Refused refused(HttpStatus status, String code) {
        return new Refused(status, "report/" + code);
    }
}
