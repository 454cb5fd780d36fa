package id.kulkul.command;

import id.kulkul.command.audit.CheckpointsDoor;
import id.kulkul.command.channel.ChannelDoor;
import id.kulkul.command.flood.FloodDoor;
import id.kulkul.command.loss.LossesDoor;
import id.kulkul.command.report.ReportDoor;
import id.kulkul.command.staff.StaffDoor;
import org.axonframework.config.Configurer;

/** The one public door to the write side: registers every aggregate. */
public final class Aggregates {
    private Aggregates() {}

    /** Registers the command handlers of all aggregates; buses, stores and serializers are the caller's. */
    public static void register(Configurer configurer) {
        ReportDoor.open(configurer);
        StaffDoor.open(configurer);
        ChannelDoor.open(configurer);
        CheckpointsDoor.open(configurer);
        LossesDoor.open(configurer);
        FloodDoor.open(configurer);
    }
}
