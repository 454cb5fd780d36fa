package id.kulkul.command.staff;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** Lets the application register the aggregate of a member of staff without seeing it. */
public final class StaffDoor {
    private StaffDoor() {}

    /** Registers the aggregate. */
    public static void open(Configurer configurer) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(StaffMember.class));
    }
}
