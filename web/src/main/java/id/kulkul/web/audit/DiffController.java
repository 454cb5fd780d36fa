package id.kulkul.web.audit;

import id.kulkul.query.casework.CaseDiff;
import id.kulkul.query.casework.PastCase;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.page.Languages;
import id.kulkul.web.signin.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Two moments of a case and everything in which they differ. */
@Controller
class DiffController {
    private final Timelines timelines;
    private final Replays replays;
    private final Offices offices;
    private final MomentWords moments;
    private final DiffWords words;

    DiffController(Timelines timelines, Replays replays, Offices offices, MomentWords moments, DiffWords words) {
        this.timelines = timelines;
        this.replays = replays;
        this.offices = offices;
        this.moments = moments;
        this.words = words;
    }

    /** The earlier and the later moment, whichever was named first. */
    private record Two(Place from, Place to) {
        static Two of(Place one, Place other) {
            return one.asked().leaf().value() <= other.asked().leaf().value()
                    ? new Two(one, other)
                    : new Two(other, one);
        }
    }

    @GetMapping("/audit/kasus/{id}/beda")
    Rendering page(SignedIn person, @PathVariable String id, ServerWebExchange exchange) {
        Timeline timeline = timelines.of(id);
        Two two = two(timeline, exchange);
        return Rendering.view("audit/diff")
                .modelAttribute("person", person)
                .modelAttribute("number", timeline.subject().number())
                .modelAttribute("slider", Slider.of(two.to(), List.of(), List.of()))
                .modelAttribute("damages", timeline.damages(moments.damages()))
                .modelAttribute("otherLanguage", SameMoment.inOtherLanguage(exchange))
                .model(differences(two, exchange))
                .build();
    }

    /** The part of the page that changes with the moments. */
    @GetMapping("/audit/kasus/{id}/beda/isi")
    Rendering part(@PathVariable String id, ServerWebExchange exchange) {
        return Rendering.view("audit/changes")
                .model(differences(two(timelines.of(id), exchange), exchange))
                .build();
    }

    private Two two(Timeline timeline, ServerWebExchange exchange) {
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        return Two.of(timelines.first(timeline, asked.getFirst("from")), timelines.at(timeline, asked.getFirst("to")));
    }

    private Map<String, Object> differences(Two two, ServerWebExchange exchange) {
        return model(two, replays.at(two.from()), replays.at(two.to()), offices.awaitPosts(), Languages.of(exchange));
    }

    private Map<String, Object> model(
            Two two, Optional<PastCase> before, Optional<PastCase> after, Map<UUID, String> posts, Locale language) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", two.from().timeline().subject().text());
        model.put("from", two.from().asked().leaf().text());
        model.put("to", two.to().asked().leaf().text());
        model.put("fromOrdinal", two.from().ordinal());
        model.put("fromLabel", moments.label(two.from(), posts, language));
        model.put("toLabel", moments.label(two.to(), posts, language));
        model.put("readable", before.isPresent() && after.isPresent());
        model.put(
                "changes",
                before.flatMap(old -> after.map(young -> lines(old, young, language)))
                        .orElse(List.of()));
        return model;
    }

    private List<DiffWords.Line> lines(PastCase before, PastCase after, Locale language) {
        return CaseDiff.between(before, after).stream()
                .map(change -> words.line(before.card().kind(), change, language))
                .toList();
    }
}
