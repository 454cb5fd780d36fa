package id.kulkul.command.loss;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** Lets the application register the aggregate of declared losses without seeing it. */
public final class LossesDoor {
    private LossesDoor() {}

    /** Registers the aggregate. */
    public static void open(Configurer configurer) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Losses.class));
    }
}
