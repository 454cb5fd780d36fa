package id.kulkul.web.audit;

import id.kulkul.crypto.seal.Hex16;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.query.casework.ClockRow;
import id.kulkul.query.casework.PastCard;
import id.kulkul.query.casework.PastList;
import id.kulkul.query.casework.Pile;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.clock.ClockLine;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Moments;
import id.kulkul.web.signin.SignedIn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** All cases and their counts as they were known at a moment. */
@Controller
class ListController {
    /** How many cases lay in a pile; {@code chosen} if only these are listed. */
    public record Count(String pile, int cases, boolean chosen) {}

    /** One case as it was known; {@code due} is the running duty that came due first. */
    public record Line(
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
    private final Scheduler sealing;

    ListController(
            Indexes indexes, Questions questions, CatchUp catchUp, Cases cases, MomentWords words, Scheduler sealing) {
        this.indexes = indexes;
        this.questions = questions;
        this.catchUp = catchUp;
        this.cases = cases;
        this.words = words;
        this.sealing = sealing;
    }

    @GetMapping("/audit/kasus")
    Mono<Rendering> list(SignedIn person, ServerWebExchange exchange) {
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        return Mono.fromCallable(() -> indexes.of(asked.getFirst("at")))
                .subscribeOn(sealing)
                .flatMap(moment -> catchUp.now()
                        .then(cards(moment))
                        .publishOn(sealing)
                        .map(cards -> Rendering.view("audit/list")
                                .model(frame(moment, exchange))
                                .model(lists(cards, asked, Languages.of(exchange)))
                                .modelAttribute("person", person)
                                .build()));
    }

    private Mono<PastList> cards(Indexes.Moment moment) {
        return questions.one(
                new CaseworkQuery.CasesAt(moment.event().index(), moment.event().time()), PastList.class);
    }

    private Map<String, Object> frame(Indexes.Moment moment, ServerWebExchange exchange) {
        return Map.of(
                "at", Long.toString(moment.index()),
                "hour", Moments.hour(moment.event().time(), Languages.of(exchange)),
                "event", moment.event().name(),
                "damages", words.damages(),
                "jumps", jumps(moment),
                "submitted", cases.count(moment.event().index()),
                "otherLanguage", SameMoment.inOtherLanguage(exchange));
    }

    private List<Jump> jumps(Indexes.Moment moment) {
        return List.of(
                new Jump("previous", index(indexes.before(moment.index()).orElse(null))),
                new Jump("next", index(indexes.after(moment.index()).orElse(null))),
                new Jump("last", index(indexes.of((String) null))));
    }

    private static @Nullable Long index(Indexes.@Nullable Moment moment) {
        return moment == null ? null : moment.index();
    }

    private static Map<String, Object> lists(PastList list, MultiValueMap<String, String> asked, Locale language) {
        String pile = asked.getFirst("pile");
        List<PastCard> cards = list.cards();
        List<PastCard> chosen = cards.stream()
                .filter(card ->
                        pile == null || pile.isBlank() || card.pile().name().equals(pile))
                .toList();
        Listing<PastCard> page = Listing.of(chosen, asked.getFirst("page"), 0);
        Map<String, Object> model = new HashMap<>();
        model.put("pile", pile == null ? "" : pile);
        model.put("all", cards.size());
        model.put("cut", list.cut());
        model.put("counts", counts(cards, pile));
        model.put("listing", page.of(card -> line(card, language)));
        return model;
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
