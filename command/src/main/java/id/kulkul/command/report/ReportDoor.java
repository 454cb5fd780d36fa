package id.kulkul.command.report;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** Lets the application register the aggregate of a protected report without seeing it. */
public final class ReportDoor {
    private ReportDoor() {}

    /** Registers the aggregate. */
    public static void open(Configurer configurer) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Report.class));
    }
}
