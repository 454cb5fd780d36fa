package id.kulkul.crypto.log;

import java.util.Map;
import java.util.UUID;

/**
 * How far an export of one case reaches. By itself it proves its events 0 to {@code last} and never that none came
 * after: only a whole log shows that.
 *
 * @param compared whether a whole log of at least the size of the export's own tree shows that the case has no other
 *     event in it
 * @param later for each pin that holds an event of the case past that tree its name, with the index of the first one
 */
public record CaseSpan(UUID aggregate, long last, boolean compared, Map<String, Long> later) {

    /** Takes a copy. */
    public CaseSpan {
        later = Map.copyOf(later);
    }

    /** Whether nothing that was given leaves open what happened after the last event. */
    public boolean isWhole() {
        return compared && later.isEmpty();
    }
}
