package id.kulkul.web.audit;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.casework.PastCase;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.page.Languages;
import id.kulkul.web.signin.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** One case at any of its moments: on one side what was known then, on the other what is known now. */
@Controller
class HistoryController {
    private final Timelines timelines;
    private final Replays replays;
    private final Offices offices;
    private final ServerKeys keys;
    private final MomentWords words;
    private final Rows rows;
    private final SettingsAside settings;
    private final EventTypes types;

    HistoryController(
            Timelines timelines,
            Replays replays,
            Offices offices,
            ServerKeys keys,
            MomentWords words,
            Rows rows,
            SettingsAside settings,
            EventTypes types) {
        this.timelines = timelines;
        this.replays = replays;
        this.offices = offices;
        this.keys = keys;
        this.words = words;
        this.rows = rows;
        this.settings = settings;
        this.types = types;
    }

    @GetMapping("/audit/kasus/{id}")
    Rendering page(SignedIn person, @PathVariable String id, ServerWebExchange exchange) {
        Timeline timeline = timelines.of(id);
        Rendering.Builder<?> page = Rendering.view("audit/case").model(frame(person, timeline, exchange));
        if (!timeline.moments().isEmpty()) page.model(whole(timeline, exchange));
        return page.build();
    }

    /** The part of the page that changes with the moment. */
    @GetMapping("/audit/kasus/{id}/saat")
    Rendering moment(@PathVariable String id, ServerWebExchange exchange) {
        Place place = timelines.at(timelines.of(id), asked(exchange).getFirst("at"));
        Locale language = Languages.of(exchange);
        Optional<PastCase> now = replays.now(place.timeline());
        return Rendering.view("audit/moment")
                .model(words.moment(place, replays.at(place), now, offices.awaitPosts(), language))
                .modelAttribute("id", id)
                .build();
    }

    private Map<String, Object> frame(SignedIn person, Timeline timeline, ServerWebExchange exchange) {
        return Map.of(
                "aside", settings.with(timeline.subject().id()),
                "person", person,
                "id", timeline.subject().text(),
                "number", timeline.subject().number(),
                "log", timeline.subject().log().text(),
                "root", keys.rootFingerprint().hex(),
                "covered", !timeline.moments().isEmpty(),
                "damages", timeline.damages(words.damages()),
                "otherLanguage", SameMoment.inOtherLanguage(exchange));
    }

    private Map<String, Object> whole(Timeline timeline, ServerWebExchange exchange) {
        Place place = timelines.at(timeline, asked(exchange).getFirst("at"));
        List<LeafIndex> missed = replays.missed(timeline);
        Map<UUID, String> posts = offices.awaitPosts();
        Locale language = Languages.of(exchange);
        Optional<PastCase> now = replays.now(timeline);
        Map<String, Object> model = new HashMap<>(words.moment(place, replays.at(place), now, posts, language));
        List<LeafIndex> views = place.timeline().leaves(HistoryController::isOpening);
        model.put("jumps", Jump.from(place.ordinal(), place.timeline(), views, missed));
        model.put("slider", Slider.of(place, views, missed));
        model.put("marks", Mark.of(types, place.timeline(), views, missed));
        model.put("instead", instead(asked(exchange).getFirst("at"), place));
        model.putAll(rows.model(place, missed, posts, asked(exchange), language));
        return model;
    }

    /** The number that was typed where another moment stands for it; empty where it is a moment itself. */
    private static String instead(@Nullable String typed, Place place) {
        if (typed == null || typed.isBlank()) return "";
        LeafIndex leaf = Indexes.leaf(typed, place.timeline().subject().log());
        return leaf.equals(place.asked().leaf()) ? "" : leaf.text();
    }

    /**
     * Content was given to somebody: a kind that is younger than the protected report names its own event so, after
     * itself.
     */
    private static boolean isOpening(StoredEvent event) {
        return event.name().endsWith("item-opened");
    }

    private static MultiValueMap<String, String> asked(ServerWebExchange exchange) {
        return exchange.getRequest().getQueryParams();
    }
}
