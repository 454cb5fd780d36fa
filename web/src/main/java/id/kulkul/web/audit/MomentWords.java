package id.kulkul.web.audit;

import id.kulkul.query.audit.Damage;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.casework.PastCase;
import id.kulkul.web.page.Moments;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Words one moment of a case: which it is, what was known, and what vouches for it. */
@Component
class MomentWords {
    private final Leaves leaves;
    private final AuditWords words;
    private final PastWords texts;

    MomentWords(Leaves leaves, AuditWords words, PastWords texts) {
        this.leaves = leaves;
        this.words = words;
        this.texts = texts;
    }

    /** The model of the part of the page that changes with the moment. */
    Map<String, Object> moment(
            Place place, Optional<PastCase> then, Optional<PastCase> now, Map<UUID, String> posts, Locale language) {
        Optional<PastView> past = then.map(state -> texts.view(state, language));
        Optional<PastView> today = now.map(state -> texts.view(state, language));
        Map<String, Object> model = new HashMap<>();
        model.put("at", place.asked().leaf().text());
        model.put("label", label(place, posts, language));
        model.put("foreign", !place.asked().leaf().equals(place.moment().leaf()));
        model.put("proof", Evidenced.of(place.moment(), leaves, language));
        past.ifPresent(view -> model.put("then", view));
        today.ifPresent(view -> model.put("now", view));
        model.put("changed", changed(past, today));
        return model;
    }

    /** Which of the lines of then read otherwise now. */
    private static Set<String> changed(Optional<PastView> then, Optional<PastView> now) {
        return then.isPresent() && now.isPresent() ? Changed.between(then.get(), now.get()) : Set.of();
    }

    /** Such as "moment 3 of 12: wbs-9, Content opened, Investigator, 24 November 2026". */
    String label(Place place, Map<UUID, String> posts, Locale language) {
        StoredEvent event = place.moment().event();
        return texts.word(
                "audit.moment.label",
                language,
                place.ordinal() + 1,
                place.timeline().last() + 1,
                place.moment().leaf().text(),
                texts.word("event." + event.name(), language),
                words.actor(event, posts, language),
                Moments.hour(event.time(), language));
    }

    String word(String key, Locale language) {
        return texts.word(key, language);
    }

    List<Damage> damages() {
        return words.damages(leaves);
    }
}
