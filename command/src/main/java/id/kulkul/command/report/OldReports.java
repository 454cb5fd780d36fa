package id.kulkul.command.report;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Lets a store read the events of reports in every shape that they ever had. */
public final class OldReports {
    private OldReports() {}

    /** From the oldest shape to the newest. */
    public static List<EventUpcaster> upcasters() {
        return List.of(new FreeIds(), new NoOrigin());
    }
}
