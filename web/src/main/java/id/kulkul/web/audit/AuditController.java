package id.kulkul.web.audit;

import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Exports;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.report.CaseNumber;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Refused;
import id.kulkul.web.staff.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What an auditor reads and takes away: histories straight from the event store, never what was reported. */
@Controller
class AuditController {
    private final StoredEvents history;
    private final Leaves leaves;
    private final Exports exports;
    private final Cases cases;
    private final Offices offices;
    private final ServerKeys keys;
    private final AuditWords words;
    private final Scheduler sealing;

    AuditController(
            StoredEvents history,
            Leaves leaves,
            Exports exports,
            Cases cases,
            Offices offices,
            ServerKeys keys,
            AuditWords words,
            Scheduler sealing) {
        this.history = history;
        this.leaves = leaves;
        this.exports = exports;
        this.cases = cases;
        this.offices = offices;
        this.keys = keys;
        this.words = words;
        this.sealing = sealing;
    }

    @GetMapping("/audit")
    Mono<Rendering> overview(SignedIn person, ServerWebExchange exchange) {
        Locale language = Languages.of(exchange);
        return Mono.fromCallable(() -> cases.all(language)).subscribeOn(sealing).map(all -> Rendering.view(
                        "audit/overview")
                .model(Map.of(
                        "person",
                        person,
                        "cases",
                        all,
                        "logs",
                        words.logs(leaves, language),
                        "damages",
                        words.damages(leaves)))
                .build());
    }

    @GetMapping("/audit/kasus/{report}")
    Mono<Rendering> history(SignedIn person, @PathVariable String report, ServerWebExchange exchange) {
        ReportId id = id(report);
        return offices.posts().publishOn(sealing).map(posts -> Rendering.view("audit/case")
                .model(Map.of(
                        "person", person,
                        "report", report,
                        "number", CaseNumber.of(id),
                        "root", keys.rootFingerprint().hex(),
                        "events", events(id, posts, Languages.of(exchange))))
                .build());
    }

    @GetMapping("/audit/log/{name}/ekspor")
    ResponseEntity<Flux<String>> exportLog(@PathVariable String name) {
        LogName log = LogController.log(name);
        return download("log-" + log.text() + ".jsonl", () -> exports.log(log));
    }

    @GetMapping("/audit/kasus/{report}/ekspor")
    ResponseEntity<Flux<String>> exportCase(@PathVariable String report) {
        ReportId id = id(report);
        return download(CaseNumber.of(id) + ".jsonl", () -> exports.ofCase(LogName.WBS, id.value()));
    }

    private List<AuditWords.Line> events(ReportId report, Map<UUID, String> posts, Locale language) {
        List<AuditWords.Line> lines = new ArrayList<>();
        Optional<StoredEvent> next = history.one(report.toString(), 0);
        if (next.isEmpty()) throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        for (long sequence = 1; next.isPresent(); sequence++) {
            lines.add(words.line(next.get(), leaves, posts, language));
            next = history.one(report.toString(), sequence);
        }
        return lines;
    }

    private ResponseEntity<Flux<String>> download(String file, Supplier<Stream<String>> lines) {
        Flux<String> body =
                Flux.fromStream(() -> lines.get().map(line -> line + "\n")).subscribeOn(sealing);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .body(body);
    }

    private static ReportId id(String report) {
        try {
            return ReportId.parse(report);
        } catch (IllegalArgumentException notAnId) {
            throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        }
    }
}
