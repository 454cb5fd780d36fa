package id.kulkul.web.audit;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Exports;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.Leaves;
import id.kulkul.web.log.DayStreams;
import id.kulkul.web.log.Named;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Refused;
import id.kulkul.web.seen.DeclaredLosses;
import id.kulkul.web.signin.SignedIn;
import id.kulkul.web.store.HoldingsRounds;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** What an auditor reads and takes away: histories straight from the event store, never what was reported. */
@Controller
class AuditController {
    private final Leaves leaves;
    private final Exports exports;
    private final Cases cases;
    private final Subjects subjects;
    private final DayStreams streams;
    private final AuditWords words;
    private final DeclaredLosses losses;
    private final HoldingsRounds holdings;
    private final Scheduler sealing;

    AuditController(
            Leaves leaves,
            Exports exports,
            Cases cases,
            Subjects subjects,
            DayStreams streams,
            AuditWords words,
            DeclaredLosses losses,
            HoldingsRounds holdings,
            Scheduler sealing) {
        this.losses = losses;
        this.holdings = holdings;
        this.leaves = leaves;
        this.exports = exports;
        this.cases = cases;
        this.subjects = subjects;
        this.streams = streams;
        this.words = words;
        this.sealing = sealing;
    }

    @GetMapping("/audit")
    Rendering overview(SignedIn person, ServerWebExchange exchange) {
        Locale language = Languages.of(exchange);
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        LogName log = Named.log(asked.getFirst("log"), LogName.WBS);
        return Rendering.view("audit/overview")
                .modelAttribute("person", person)
                .modelAttribute("listing", cases.page(log, asked.getFirst("page"), language))
                .modelAttribute("log", log.text())
                .modelAttribute("others", others(log))
                .modelAttribute("logs", words.logs(leaves, language))
                .modelAttribute("damages", words.damages(leaves))
                .modelAttribute("contents", holdings.damage())
                .modelAttribute("beside", streams.beside())
                .modelAttribute("losses", losses.in(language))
                .modelAttribute("otherLanguage", SameMoment.inOtherLanguage(exchange))
                .build();
    }

    /** The other logs that cases can be in. */
    private List<String> others(LogName log) {
        return cases.logs().stream()
                .filter(other -> other != log)
                .map(LogName::text)
                .toList();
    }

    @GetMapping("/audit/log/{name}/ekspor")
    ResponseEntity<Flux<String>> exportLog(@PathVariable String name) {
        LogName log = Named.log(name);
        return Download.of("log-" + log.text() + ".jsonl", () -> exports.log(log), sealing);
    }

    /** The signed note of the checkpoint of that size, which a page names as the one that covers a moment. */
    @GetMapping("/audit/log/{name}/titik-periksa/{size}")
    ResponseEntity<String> checkpoint(@PathVariable String name, @PathVariable("size") String asked) {
        LogName log = Named.log(name);
        long size = asked.matches("[1-9][0-9]{0,17}") ? Long.parseLong(asked) : 0;
        if (size < 1 || size > leaves.size(log)) throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        return leaves.firstCovering(new LeafIndex(log, size - 1))
                .filter(checkpoint -> checkpoint.size() == size)
                .map(checkpoint -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                        .body(checkpoint.note()))
                .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "page/not-found"));
    }

    @GetMapping("/audit/kasus/{id}/ekspor")
    ResponseEntity<Flux<String>> exportCase(@PathVariable String id) {
        Subject one = subjects.covered(id).orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "audit/not-covered"));
        return Download.of(one.number() + ".jsonl", () -> exports.ofCase(one.log(), one.id()), sealing);
    }
}
