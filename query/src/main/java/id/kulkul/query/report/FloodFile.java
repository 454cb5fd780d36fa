package id.kulkul.query.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import id.kulkul.command.flood.FloodEvent;
import id.kulkul.command.flood.FloodEvent.SettingAsideConfirmed;
import id.kulkul.command.flood.FloodEvent.SettingAsideProposed;
import id.kulkul.command.flood.FloodEvent.SettingAsideUndone;
import id.kulkul.command.flood.FloodId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to set reports aside as its events say.
 *
 * @param order the position of the proposal
 */
record FloodFile(
        FloodId flood,
        List<UUID> reports,
        List<UUID> readers,
        long order,
        Act proposed,
        @Nullable Act confirmed,
        @Nullable Act undone) {
    /** Who did something, in which hour, and at which position. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Act(UUID by, Instant hour, long position) {}

    static FloodFile begun(SettingAsideProposed event, Act act) {
        return new FloodFile(event.flood(), event.reports(), event.readers(), act.position(), act, null, null);
    }

    FloodFile after(FloodEvent event, Act act) {
        return switch (event) {
            case SettingAsideProposed again -> this;
            case SettingAsideConfirmed done -> new FloodFile(flood, reports, readers, order, proposed, act, undone);
            case SettingAsideUndone done -> new FloodFile(flood, reports, readers, order, proposed, confirmed, act);
        };
    }

    FloodRow.State state() {
        if (undone != null) return FloodRow.State.UNDONE;
        return confirmed == null ? FloodRow.State.PROPOSED : FloodRow.State.IN_FORCE;
    }
}
