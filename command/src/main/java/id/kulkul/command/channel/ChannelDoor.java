package id.kulkul.command.channel;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** Lets the application register the aggregate of a protected channel without seeing it. */
public final class ChannelDoor {
    private ChannelDoor() {}

    /** Registers the aggregate. */
    public static void open(Configurer configurer) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Channel.class));
    }
}
