package id.kulkul.command.audit;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** Lets the application register the daily streams of checkpoints without seeing it. */
public final class CheckpointsDoor {
    private CheckpointsDoor() {}

    /** Registers the aggregate. */
    public static void open(Configurer configurer) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Checkpoints.class));
    }
}
