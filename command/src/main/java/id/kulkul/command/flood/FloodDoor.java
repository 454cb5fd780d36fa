package id.kulkul.command.flood;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** Lets the application register the aggregate of set-aside reports without seeing it. */
public final class FloodDoor {
    private FloodDoor() {}

    /** Registers the aggregate. */
    public static void open(Configurer configurer) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Flood.class));
    }
}
