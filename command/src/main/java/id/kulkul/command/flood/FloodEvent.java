package id.kulkul.command.flood;

import id.kulkul.command.Acted;
import java.util.List;
import java.util.UUID;

/** Everything that can have happened to a proposal to set reports aside. */
public sealed interface FloodEvent {
    FloodId flood();

    UUID by();

    /**
     * The fields of {@link FloodCommand.ProposeSettingAside}, each report and reader once and in the order of the ids.
     */
    record SettingAsideProposed(FloodId flood, UUID by, List<UUID> reports, List<UUID> readers)
            implements FloodEvent, Acted {
        public SettingAsideProposed {
            reports = List.copyOf(reports);
            readers = List.copyOf(readers);
        }
    }

    /**
     * From here on the reports are set aside, as long as nobody has looked into them and their reporters are silent.
     */
    record SettingAsideConfirmed(FloodId flood, UUID by) implements FloodEvent, Acted {}

    record SettingAsideUndone(FloodId flood, UUID by) implements FloodEvent, Acted {}
}
