package id.kulkul.command.report;

import id.kulkul.command.report.ReportCommand.MarkOverdue;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** Lets the application register the aggregate of a protected report without seeing it. */
public final class ReportDoor {
    private ReportDoor() {}

    /** Registers the aggregate. */
    public static void open(Configurer configurer) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Report.class));
    }

    /** What is sent to a report of which a duty was not done in time. */
    public static Object overdue(UUID report, String clock, LocalDate lastDay) {
        return new MarkOverdue(new ReportId(report), clock, lastDay);
    }
}
