package id.kulkul.web.flood;

import id.kulkul.query.report.FloodList;
import id.kulkul.web.casework.DeskNote;
import id.kulkul.web.signin.SignedIn;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells on the desk of a person how many proposals there are, and how many wait for a second one. */
@Component
class FloodNote implements DeskNote {
    private final Known known;

    FloodNote(Known known) {
        this.known = known;
    }

    @Override
    public Map<String, Object> of(SignedIn person) {
        FloodList list = known.proposals(person, 1);
        return Map.of("proposals", list.floods().size(), "waiting", list.waiting());
    }
}
