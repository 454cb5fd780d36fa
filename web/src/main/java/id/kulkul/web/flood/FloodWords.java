package id.kulkul.web.flood;

import id.kulkul.query.report.FloodRow;
import id.kulkul.web.page.Moments;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One proposal in the words of a language.
 *
 * @param state for the message {@code flood.state.STATE}
 */
public record FloodWords(
        String flood,
        String state,
        int reports,
        boolean whole,
        boolean mine,
        Act proposed,
        @Nullable Act confirmed,
        @Nullable Act undone) {
    /** Who did something, and in which hour. */
    public record Act(String post, String hour) {
        static @Nullable Act of(FloodRow.@Nullable Act act, Locale language) {
            return act == null ? null : new Act(act.by().post(), Moments.hour(act.hour(), language));
        }
    }

    static FloodWords of(FloodRow row, Locale language) {
        FloodRow.Act begun = row.proposed();
        return new FloodWords(
                row.flood().toString(),
                row.state().name(),
                row.reports(),
                row.whole(),
                row.mine(),
                new Act(begun.by().post(), Moments.hour(begun.hour(), language)),
                Act.of(row.confirmed(), language),
                Act.of(row.undone(), language));
    }

    /** Whether it waits for a second person and this is not the first. */
    public boolean isOpenToOthers() {
        return state.equals(FloodRow.State.PROPOSED.name()) && !mine;
    }

    /** Whether this is a second person who may read all of it. */
    public boolean isConfirmable() {
        return isOpenToOthers() && whole;
    }

    /** Whether there is something to take back. */
    public boolean isUndoable() {
        return !state.equals(FloodRow.State.UNDONE.name());
    }
}
