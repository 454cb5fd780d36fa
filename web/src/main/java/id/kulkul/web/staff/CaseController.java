package id.kulkul.web.staff;

import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Position;
import id.kulkul.query.report.CaseRow;
import id.kulkul.query.report.FloodRow;
import id.kulkul.query.report.ReportKind;
import id.kulkul.query.report.ReportQuery;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.bus.Rejected;
import id.kulkul.web.casework.CasePages;
import id.kulkul.web.channel.ArrivedItem;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Refused;
import id.kulkul.web.page.Sent;
import id.kulkul.web.signin.SignedIn;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** One case for a person who may read it; for anybody else it does not exist. */
@Controller
class CaseController implements CasePages {
    /**
     * A message or a note with the act it belongs to, and the stage that its writer saw; empty where it matters not.
     */
    record Sending(String act, @Nullable String code, String stage, List<ArrivedItem.Wire> items) {
        Sending {
            act = Objects.requireNonNullElse(act, "");
            stage = Objects.requireNonNullElse(stage, "");
            items = Objects.requireNonNullElse(items, List.of());
        }
    }

    /** Eight sealed messages, each with a stanza of 1,2 KB for every reader. */
    static final int LARGEST = 512 * 1024;

    private final Questions questions;
    private final Acts acts;
    private final CatchUp catchUp;
    private final Messages messages;
    private final Deliveries deliveries;
    private final CaseVault vault;
    private final Leaves leaves;
    private final MessageSource words;
    private final Clock clock;

    CaseController(
            Questions questions,
            Acts acts,
            CatchUp catchUp,
            Messages messages,
            Deliveries deliveries,
            CaseVault vault,
            Leaves leaves,
            MessageSource words,
            Clock clock) {
        this.questions = questions;
        this.acts = acts;
        this.catchUp = catchUp;
        this.messages = messages;
        this.deliveries = deliveries;
        this.vault = vault;
        this.leaves = leaves;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ReportKind.KIND.name();
    }

    @Override
    public Rendering show(SignedIn person, String report, ServerWebExchange exchange) {
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        return page(row(person, report), person, exchange, asked.getFirst("done"), asked.getFirst("refused"));
    }

    @Override
    public Rendering act(
            SignedIn person, String report, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        Object command = command(id(report), person.person(), form);
        if (changed(person, report, form.getFirst("stage")))
            return goTo(place(report, "refused", "reports/stage-changed", exchange));
        try {
            acts.await(command, person.person());
        } catch (Rejected refused) {
            return goTo(place(report, "refused", refused.rejection().code(), exchange));
        }
        catchUp.awaitNow();
        boolean stays = maybe(person, report).isPresent();
        return goTo(
                stays
                        ? place(report, "done", String.valueOf(form.getFirst("act")), exchange)
                        : in("/kerja?done=left", exchange));
    }

    /** Whether the case has left the stage in which the person saw it; a form without a stage leaves that open. */
    private boolean changed(SignedIn person, String report, @Nullable String seen) {
        if (seen == null || seen.isEmpty()) return false;
        return !row(person, report).stage().name().equals(seen);
    }

    /** A page of its own, which can be loaded again: whoever lost a race meets the case as it is now. */
    private static Rendering goTo(String address) {
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }

    private static Object command(ReportId report, UUID by, MultiValueMap<String, String> form) {
        try {
            ReportAct act = ReportAct.valueOf(String.valueOf(form.getFirst("act")));
            return act.command(report.value(), by, String.valueOf(form.getFirst("code")));
        } catch (IllegalArgumentException odd) {
            throw new Refused(HttpStatus.BAD_REQUEST, "staff/refused");
        }
    }

    @PostMapping(path = "/kerja/kasus/{report}/pesan", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> send(
            SignedIn person, @PathVariable String report, @Sent(LARGEST) Sending sending, ServerWebExchange exchange) {
        messages.send(row(person, report), person.person(), sending);
        catchUp.awaitNow();
        return ResponseEntity.noContent()
                .location(URI.create(place(report, "done", sending.act(), exchange)))
                .build();
    }

    /** Delivers the ciphertext of an item, after the delivery is in the history. */
    @GetMapping("/kerja/kasus/{report}/isi/{item}")
    ResponseEntity<Flux<DataBuffer>> deliver(SignedIn person, @PathVariable String report, @PathVariable String item) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(deliveries.of(row(person, report), person.person(), item));
    }

    private CaseRow row(SignedIn person, String report) {
        return maybe(person, report).orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "page/not-found"));
    }

    private Optional<CaseRow> maybe(SignedIn person, String report) {
        return questions.awaitMaybe(
                new ReportQuery.OneCase(id(report), person.person(), clock.instant(), covered()), CaseRow.class);
    }

    /** What reporters send is seen at the marks of the log, so that nobody of the staff learns the minute. */
    private Position covered() {
        return leaves.coveredUpTo(LogName.WBS);
    }

    private Rendering page(
            CaseRow row, SignedIn person, ServerWebExchange exchange, @Nullable String done, @Nullable String refused) {
        Locale language = Languages.of(exchange);
        Map<String, Object> model = new HashMap<>();
        aside(row, person).ifPresent(aside -> model.put("aside", aside));
        model.put("person", person);
        model.put("row", CasePage.of(row, language, reporterName(language)));
        model.put("seal", CasePage.seal(row, reporter(row)));
        model.put("next", row.next().name());
        model.put("latest", CasePage.latest(row, language));
        model.put("done", said("report.act." + done + ".done", language));
        model.put("error", said("problem." + refused, language));
        model.put("code", refused);
        return Rendering.view("staff/case").model(model).build();
    }

    private Reporter reporter(CaseRow row) {
        return vault.of(row.report().value()).orElseThrow(() -> new Refused(HttpStatus.GONE, "staff/contents-lost"));
    }

    private Optional<CasePage.Aside> aside(CaseRow row, SignedIn person) {
        return questions
                .awaitMaybe(new ReportQuery.AsideBy(row.report(), person.person(), covered()), FloodRow.class)
                .flatMap(CasePage.Aside::of);
    }

    private String reporterName(Locale language) {
        return words.getMessage("audit.actor.reporter", null, language);
    }

    /** A sentence of ours; null where there is none of that name. */
    private @Nullable String said(String name, Locale language) {
        return words.getMessage(name, null, null, language);
    }

    private static String place(String report, String what, String value, ServerWebExchange exchange) {
        return in("/kerja/kasus/" + id(report) + "?" + what + "=" + value, exchange);
    }

    private static String in(String address, ServerWebExchange exchange) {
        return Languages.of(exchange).equals(Locale.ENGLISH) ? address + "&lang=en" : address;
    }

    private static ReportId id(String report) {
        try {
            return ReportId.parse(report);
        } catch (IllegalArgumentException notAnId) {
            throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        }
    }
}
