package id.kulkul.web.audit;

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
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

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
    private final Scheduler sealing;

    HistoryController(
            Timelines timelines,
            Replays replays,
            Offices offices,
            ServerKeys keys,
            MomentWords words,
            Rows rows,
            SettingsAside settings,
            Scheduler sealing) {
        this.timelines = timelines;
        this.replays = replays;
        this.offices = offices;
        this.keys = keys;
        this.words = words;
        this.rows = rows;
        this.settings = settings;
        this.sealing = sealing;
    }

    @GetMapping("/audit/kasus/{id}")
    Mono<Rendering> page(SignedIn person, @PathVariable String id, ServerWebExchange exchange) {
        return timelines.of(id).flatMap(timeline -> {
            Map<String, Object> frame = frame(person, timeline, exchange);
            if (timeline.moments().isEmpty())
                return Mono.just(Rendering.view("audit/case").model(frame).build());
            return whole(timeline, exchange).map(model -> Rendering.view("audit/case")
                    .model(frame)
                    .model(model)
                    .build());
        });
    }

    /** The part of the page that changes with the moment. */
    @GetMapping("/audit/kasus/{id}/saat")
    Mono<Rendering> moment(@PathVariable String id, ServerWebExchange exchange) {
        return timelines.of(id).flatMap(timeline -> {
            Place place = timelines.at(timeline, asked(exchange).getFirst("at"));
            return Mono.zip(replays.at(place), offices.posts())
                    .publishOn(sealing)
                    .map(told -> Rendering.view("audit/moment")
                            .model(words.moment(place, told.getT1(), told.getT2(), Languages.of(exchange)))
                            .modelAttribute("id", id)
                            .build());
        });
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

    private Mono<Map<String, Object>> whole(Timeline timeline, ServerWebExchange exchange) {
        Place place = timelines.at(timeline, asked(exchange).getFirst("at"));
        return Mono.zip(replays.at(place), replays.now(timeline), replays.missed(timeline), offices.posts())
                .publishOn(sealing)
                .map(told -> model(place, told.getT1(), told.getT2(), told.getT3(), told.getT4(), exchange));
    }

    private Map<String, Object> model(
            Place place,
            Optional<PastCase> then,
            Optional<PastCase> now,
            List<LeafIndex> missed,
            Map<UUID, String> posts,
            ServerWebExchange exchange) {
        Locale language = Languages.of(exchange);
        Map<String, Object> model = new HashMap<>(words.moment(place, then, posts, language));
        now.ifPresent(state -> model.put("now", words.view(state, language)));
        List<LeafIndex> views = place.timeline().leaves(HistoryController::isOpening);
        model.put("jumps", Jump.from(place.ordinal(), place.timeline(), views, missed));
        model.put("slider", Slider.of(place, views, missed));
        model.putAll(rows.model(place, missed, posts, asked(exchange), language));
        return model;
    }

    /** Content was given to somebody: a kind that is younger than the protected report names its own event so, after itself. */
    private static boolean isOpening(StoredEvent event) {
        return event.name().endsWith("item-opened");
    }

    private static MultiValueMap<String, String> asked(ServerWebExchange exchange) {
        return exchange.getRequest().getQueryParams();
    }
}
