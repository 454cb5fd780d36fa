package id.kulkul.query.report;

import id.kulkul.command.flood.FloodId;
import id.kulkul.query.casework.Who;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to set reports aside, as one person sees it who may read them.
 *
 * @param reports how many of them the person may read today
 * @param whole whether that is every one of them: only such a person confirms
 * @param mine whether this person proposed it, and so cannot confirm
 */
public record FloodRow(
        FloodId flood,
        State state,
        int reports,
        boolean whole,
        boolean mine,
        Act proposed,
        @Nullable Act confirmed,
        @Nullable Act undone) {
    /** How far it is. */
    public enum State {
        PROPOSED,
        IN_FORCE,
        UNDONE
    }

    /** Who did something, and in which hour. */
    public record Act(Who by, Instant hour) {}
}
