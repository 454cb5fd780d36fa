package id.kulkul.command.flood;

import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of a proposal to set reports aside; {@code by} is the person of the office who acts. */
public sealed interface FloodCommand {
    @TargetAggregateIdentifier
    FloodId flood();

    /**
     * Proposes to set reports aside.
     *
     * @param reports at least one and at most 10,000, whose order says nothing
     * @param readers who may read every one of them, and so may decide
     */
    record ProposeSettingAside(FloodId flood, UUID by, List<UUID> reports, List<UUID> readers) implements FloodCommand {
        public ProposeSettingAside {
            reports = List.copyOf(reports);
            readers = List.copyOf(readers);
        }
    }

    /** The second person agrees; whoever proposed cannot. */
    record ConfirmSettingAside(FloodId flood, UUID by) implements FloodCommand {}

    /**
     * Lets the reports come back, or the proposal fall; allowed once.
     *
     * @param inForce whether the person knows that two people agreed: whoever saw a mere proposal withdraws no more
     *     than that
     */
    record UndoSettingAside(FloodId flood, UUID by, boolean inForce) implements FloodCommand {}
}
