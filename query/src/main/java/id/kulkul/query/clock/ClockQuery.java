package id.kulkul.query.clock;

import java.time.LocalDate;

/** What can be asked about duties. */
public sealed interface ClockQuery {
    /** At most 500 duties whose last day is before today and that nobody has recorded as missed, as a list of {@link MissedDuty}. */
    record Overdue(LocalDate today) implements ClockQuery {}
}
