package id.kulkul.web.audit;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.web.page.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The lines of a case's timeline and the choices by which they are filtered. */
@Component
class Rows {
    /**
     * One moment of the case.
     *
     * @param missed if one more duty was late from here on, or this is the event that records it
     * @param own if its own name says that
     * @param back if its hour is earlier than that of the moment before: the clock was wrong then or is now
     */
    public record Row(
            long sequence,
            String index,
            String hour,
            String name,
            String actor,
            boolean current,
            boolean missed,
            boolean own,
            boolean back) {}

    /** One choice of a filter. */
    public record Option(String value, String label, boolean chosen) {}

    private final EventTypes types;
    private final AuditWords words;
    private final PastWords texts;

    Rows(EventTypes types, AuditWords words, PastWords texts) {
        this.types = types;
        this.words = words;
        this.texts = texts;
    }

    private Row row(
            Indexes.Moment moment, Place place, List<LeafIndex> missed, Map<UUID, String> posts, Locale language) {
        StoredEvent event = moment.event();
        return new Row(
                event.sequence(),
                moment.leaf().text(),
                Moments.hour(event.time(), language),
                event.name(),
                words.actor(event, posts, language),
                moment.leaf().equals(place.moment().leaf()),
                missed.contains(moment.leaf()),
                Timeline.isMiss(event),
                place.timeline().wentBackAt(moment));
    }

    /** The timeline as it was asked for; without a page, the one with the present moment. */
    Map<String, Object> model(
            Place place,
            List<LeafIndex> missed,
            Map<UUID, String> posts,
            MultiValueMap<String, String> asked,
            Locale language) {
        Filter filter = Filter.of(asked);
        long here = place.moment().leaf().value();
        List<Indexes.Moment> fitting = place.timeline().moments().stream()
                .filter(moment -> filter.fits(types, moment.event()))
                .toList();
        int matters = (int)
                fitting.stream().filter(moment -> moment.leaf().value() < here).count();
        Listing<Indexes.Moment> page =
                Listing.of(fitting, asked.getFirst("page"), Math.min(matters, fitting.size() - 1));
        return Map.of(
                "events",
                page.rows().stream()
                        .map(moment -> row(moment, place, missed, posts, language))
                        .toList(),
                "listing",
                page,
                "filter",
                filter,
                "options",
                options(place.timeline(), filter, posts, language));
    }

    /** The choices by actor, type and month, each as far as the case has them. */
    private Map<String, List<Option>> options(
            Timeline timeline, Filter filter, Map<UUID, String> posts, Locale language) {
        return Map.of(
                "actor",
                options(
                        timeline,
                        filter.actor(),
                        event -> Filter.actor(types, event),
                        event -> words.actor(event, posts, language),
                        language),
                "type",
                options(
                        timeline,
                        filter.type(),
                        StoredEvent::name,
                        event -> texts.word("event." + event.name(), language),
                        language),
                "month",
                options(
                        timeline,
                        filter.month(),
                        Filter::month,
                        event -> Moments.month(event.time(), language),
                        language));
    }

    /** What was chosen stands among them even where the case has nothing of it. */
    private List<Option> options(
            Timeline timeline,
            String chosen,
            Function<StoredEvent, String> value,
            Function<StoredEvent, String> label,
            Locale language) {
        List<Option> known = timeline.moments().stream()
                .map(Indexes.Moment::event)
                .map(event -> new Option(
                        value.apply(event),
                        label.apply(event),
                        value.apply(event).equals(chosen)))
                .distinct()
                .toList();
        if (chosen.isEmpty() || known.stream().anyMatch(Option::chosen)) return known;
        List<Option> all = new ArrayList<>(known);
        all.add(new Option(chosen, texts.word("audit.filter.absent", language, chosen), true));
        return all;
    }
}
