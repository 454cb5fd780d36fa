package id.kulkul.web.audit;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.query.casework.ClockRow;
import id.kulkul.query.casework.PastCard;
import id.kulkul.query.casework.PastList;
import id.kulkul.query.casework.Pile;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.clock.ClockLine;
import id.kulkul.web.log.Named;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Moments;
import id.kulkul.web.page.Refused;
import id.kulkul.web.signin.SignedIn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** All cases of a log and their counts as they were known at one of its moments. */
@Controller
class ListController {
    /** How many cases lay in a pile; {@code chosen} if only these are listed. */
    public record Count(String pile, int cases, boolean chosen) {}

    /** One case as it was known; {@code due} is the running duty that came due first. */
    public record Line(
            String kind,
            String report,
            String number,
            String category,
            String stage,
            String pile,
            String tone,
            @Nullable String holder,
            @Nullable ClockLine due) {}

    private final Indexes indexes;
    private final Questions questions;
    private final CatchUp catchUp;
    private final Cases cases;
    private final MomentWords words;

    ListController(Indexes indexes, Questions questions, CatchUp catchUp, Cases cases, MomentWords words) {
        this.indexes = indexes;
        this.questions = questions;
        this.catchUp = catchUp;
        this.cases = cases;
        this.words = words;
    }

    @GetMapping("/audit/kasus")
    Rendering list(SignedIn person, ServerWebExchange exchange) {
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        LogName log = Indexes.log(asked.getFirst("at"), Named.log(asked.getFirst("log"), LogName.WBS));
        Indexes.Moment moment = indexes.of(asked.getFirst("at"), log);
        catchUp.awaitNow();
        return Rendering.view("audit/list")
                .model(frame(moment, exchange))
                .model(lists(cards(moment), asked, Languages.of(exchange)))
                .modelAttribute("person", person)
                .build();
    }

    /** The same list, as a file; refused where cases are missing in it, since a file does not warn. */
    @GetMapping("/audit/tabel")
    ResponseEntity<String> table(ServerWebExchange exchange) {
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        LogName log = Indexes.log(asked.getFirst("at"), Named.log(asked.getFirst("log"), LogName.WBS));
        Indexes.Moment moment = indexes.of(asked.getFirst("at"), log);
        catchUp.awaitNow();
        Locale language = Languages.of(exchange);
        List<String> header = Stream.of("number", "subject", "stage", "holder", "pile", "clock", "due", "status")
                .map(column -> words.word("audit.csv." + column, language))
                .toList();
        PastList list = cards(moment);
        LogName of = moment.leaf().log();
        if (!cases.areAll(list, of, moment.event().position()))
            throw new Refused(HttpStatus.CONFLICT, "audit/list-incomplete");
        String table = CaseTable.of(
                header, chosen(list.cards(), asked.getFirst("pile")).stream().map(card -> cells(card, language)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + moment.leaf().text() + ".csv\"")
                .body(table);
    }

    /** Words as on the page; days and hours in the form that a spreadsheet sorts. */
    private List<String> cells(PastCard card, Locale language) {
        Line line = line(card, language);
        ClockLine due = line.due();
        return List.of(
                line.number(),
                words.word(line.kind() + ".category." + line.category(), language),
                words.word(line.kind() + ".stage." + line.stage(), language),
                Objects.requireNonNullElse(line.holder(), ""),
                words.word("audit.pile." + line.pile(), language),
                due == null ? "" : words.word("clock." + due.name(), language),
                card.urgent() == null ? "" : ClockLine.sortable(card.urgent().due()),
                due == null ? "" : words.word("clock.status." + due.status(), language));
    }

    private PastList cards(Indexes.Moment moment) {
        return questions.awaitOne(
                new CaseworkQuery.CasesAt(
                        moment.leaf().log(),
                        moment.event().position(),
                        moment.event().time()),
                PastList.class);
    }

    private Map<String, Object> frame(Indexes.Moment moment, ServerWebExchange exchange) {
        LogName log = moment.leaf().log();
        return Map.of(
                "at", moment.leaf().text(),
                "log", log.text(),
                "others",
                        cases.logs().stream()
                                .filter(other -> other != log)
                                .map(LogName::text)
                                .toList(),
                "hour", Moments.hour(moment.event().time(), Languages.of(exchange)),
                "event", moment.event().name(),
                "damages", words.damages(),
                "jumps", jumps(moment),
                "submitted", cases.count(log, moment.event().position()),
                "otherLanguage", SameMoment.inOtherLanguage(exchange));
    }

    private List<Jump> jumps(Indexes.Moment moment) {
        return List.of(
                new Jump("previous", name(indexes.before(moment.leaf()))),
                new Jump("next", name(indexes.after(moment.leaf()))),
                new Jump("last", indexes.of(null, moment.leaf().log()).leaf().text()));
    }

    private static @Nullable String name(Optional<Indexes.Moment> moment) {
        return moment.map(found -> found.leaf().text()).orElse(null);
    }

    private static Map<String, Object> lists(PastList list, MultiValueMap<String, String> asked, Locale language) {
        String pile = asked.getFirst("pile");
        List<PastCard> cards = list.cards();
        List<PastCard> chosen = chosen(cards, pile);
        Listing<PastCard> page = Listing.of(chosen, asked.getFirst("page"), 0);
        Map<String, Object> model = new HashMap<>();
        model.put("pile", pile == null ? "" : pile);
        model.put("all", cards.size());
        model.put("cut", list.cut());
        model.put("counts", counts(cards, pile));
        model.put("listing", page.of(card -> line(card, language)));
        return model;
    }

    private static List<PastCard> chosen(List<PastCard> cards, @Nullable String pile) {
        return cards.stream()
                .filter(card ->
                        pile == null || pile.isBlank() || card.pile().name().equals(pile))
                .toList();
    }

    private static List<Count> counts(List<PastCard> cards, @Nullable String chosen) {
        return Arrays.stream(Pile.values())
                .map(pile -> new Count(
                        pile.name(),
                        (int) cards.stream().filter(card -> card.pile() == pile).count(),
                        pile.name().equals(chosen)))
                .toList();
    }

    private static Line line(PastCard card, Locale language) {
        ClockRow urgent = card.urgent();
        return new Line(
                card.kind(),
                Hex16.of(card.id()),
                card.number(),
                card.subject(),
                card.state(),
                card.pile().name(),
                PastWords.tone(card.pile()),
                PastWords.name(card.holder()),
                urgent == null ? null : ClockLine.of(urgent, language));
    }
}
