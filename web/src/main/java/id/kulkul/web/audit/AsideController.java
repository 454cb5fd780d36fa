package id.kulkul.web.audit;

import id.kulkul.command.flood.FloodId;
import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Exports;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Moments;
import id.kulkul.web.page.Refused;
import id.kulkul.web.page.Turning;
import id.kulkul.web.signin.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** Who set which reports aside, and who took them back: every proposal with its events as they are stored. */
@Controller
class AsideController {
    /** A proposal; {@code last} is the newest of its events. */
    public record Line(String flood, int reports, String last, String hour, String actor) {}

    /** One event; {@code holds} if the stored row is still what was signed for. */
    public record Event(String index, String name, String hour, String actor, boolean holds) {}

    /** A report that was set aside. */
    public record Case(String report, String number) {}

    private final SettingsAside settings;
    private final Leaves leaves;
    private final Exports exports;
    private final Offices offices;
    private final AuditWords words;
    private final Scheduler sealing;

    AsideController(
            SettingsAside settings,
            Leaves leaves,
            Exports exports,
            Offices offices,
            AuditWords words,
            Scheduler sealing) {
        this.settings = settings;
        this.leaves = leaves;
        this.exports = exports;
        this.offices = offices;
        this.words = words;
        this.sealing = sealing;
    }

    @GetMapping("/audit/penyisihan")
    Rendering list(SignedIn person, ServerWebExchange exchange) {
        Locale language = Languages.of(exchange);
        Map<UUID, String> posts = offices.awaitPosts();
        return page("audit/aside-list", person, exchange)
                .modelAttribute("damages", words.damages(leaves))
                .modelAttribute(
                        "listing",
                        Listing.of(settings.all(), asked(exchange), 0).of(flood -> line(flood, posts, language)))
                .build();
    }

    private Line line(String flood, Map<UUID, String> posts, Locale language) {
        List<Indexes.Moment> events = settings.events(FloodId.parse(flood).value());
        if (events.isEmpty()) return new Line(flood, 0, "", "", "");
        Event last = event(events.getLast(), posts, language);
        int reports = SettingsAside.reports(events.getFirst().event()).size();
        return new Line(flood, reports, last.name(), last.hour(), last.actor());
    }

    private Event event(Indexes.Moment moment, Map<UUID, String> posts, Locale language) {
        return new Event(
                moment.leaf().text(),
                moment.event().name(),
                Moments.hour(moment.event().time(), language),
                words.actor(moment.event(), posts, language),
                leaves.holds(moment.leaf(), moment.event()));
    }

    @GetMapping("/audit/penyisihan/{flood}")
    Rendering one(SignedIn person, @PathVariable String flood, ServerWebExchange exchange) {
        UUID id = id(flood);
        Locale language = Languages.of(exchange);
        Map<UUID, String> posts = offices.awaitPosts();
        List<Indexes.Moment> events = settings.events(id);
        List<UUID> reports = events.isEmpty()
                ? List.of()
                : SettingsAside.reports(events.getFirst().event());
        return page("audit/aside", person, exchange)
                .modelAttribute("damages", words.damages(leaves))
                .modelAttribute("flood", new FloodId(id).toString())
                .modelAttribute(
                        "events",
                        events.stream()
                                .map(moment -> event(moment, posts, language))
                                .toList())
                .modelAttribute(
                        "listing", Listing.of(reports, asked(exchange), 0).of(AsideController::row))
                .build();
    }

    private static Case row(UUID report) {
        ReportId id = new ReportId(report);
        return new Case(id.toString(), ReportBoard.number(id));
    }

    @GetMapping("/audit/penyisihan/{flood}/ekspor")
    ResponseEntity<Flux<String>> export(@PathVariable String flood) {
        UUID id = id(flood);
        String file = "penyisihan-" + new FloodId(id) + ".jsonl";
        return Download.of(file, () -> exports.ofCase(LogName.WBS, id), sealing);
    }

    /**
     * The proposal of an address, if a checkpoint covers it; the pages of cases show no proposals, nor these any case.
     */
    private UUID id(String flood) {
        return settings.all().stream()
                .filter(flood::equals)
                .findFirst()
                .map(known -> FloodId.parse(known).value())
                .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "page/not-found"));
    }

    private static String asked(ServerWebExchange exchange) {
        return Integer.toString(Turning.asked(exchange));
    }

    private static Rendering.Builder<?> page(String view, SignedIn person, ServerWebExchange exchange) {
        return Rendering.view(view)
                .modelAttribute("person", person)
                .modelAttribute("otherLanguage", Turning.inOtherLanguage(exchange));
    }
}
