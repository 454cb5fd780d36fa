package id.kulkul.command.flood;

import static id.kulkul.command.flood.FloodRejection.*;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import id.kulkul.command.Acted;
import id.kulkul.command.flood.FloodCommand.*;
import id.kulkul.command.flood.FloodEvent.*;
import id.kulkul.crypto.bytes.Hex16;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * Reports set aside together: by two people who may read every one of them, for as long as none of these takes it back.
 */
@AggregateRoot(type = "flood")
class Flood {
    private static final int MOST = 10_000;

    private enum Stage {
        PROPOSED,
        CONFIRMED,
        UNDONE
    }

    @AggregateIdentifier
    private FloodId id;

    private UUID proposer = Acted.NOBODY;
    private Set<UUID> readers = Set.of();
    private Stage stage = Stage.PROPOSED;

    Flood() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposeSettingAside command) {
        if (id != null) throw ALREADY_PROPOSED.asException();
        if (command.flood().value().version() != FloodId.VERSION) throw WRONG_ID.asException();
        var reports = eachOnce(command.reports());
        if (reports.isEmpty()) throw NO_REPORT.asException();
        if (reports.size() > MOST) throw TOO_MANY.asException();
        var people = eachOnce(command.readers());
        if (!people.contains(command.by())) throw NOT_A_READER.asException();
        if (people.size() < 2) throw NO_SECOND_READER.asException();
        apply(new SettingAsideProposed(command.flood(), command.by(), reports, people));
    }

    @CommandHandler
    void handle(ConfirmSettingAside command) {
        requireReader(command.by());
        requireNotUndone();
        if (stage == Stage.CONFIRMED) throw ALREADY_CONFIRMED.asException();
        if (command.by().equals(proposer)) throw SAME_PERSON.asException();
        apply(new SettingAsideConfirmed(id, command.by()));
    }

    @CommandHandler
    void handle(UndoSettingAside command) {
        requireReader(command.by());
        requireNotUndone();
        if (stage == Stage.CONFIRMED && !command.inForce()) throw CONFIRMED_SINCE.asException();
        apply(new SettingAsideUndone(id, command.by()));
    }

    /** The order in which a page listed them is nobody's business. */
    private static List<UUID> eachOnce(Collection<UUID> ids) {
        return ids.stream().distinct().sorted(Hex16.ASCENDING).toList();
    }

    private void requireReader(UUID by) {
        if (!readers.contains(by)) throw NOT_A_READER.asException();
    }

    private void requireNotUndone() {
        if (stage == Stage.UNDONE) throw ALREADY_UNDONE.asException();
    }

    @EventSourcingHandler
    void on(FloodEvent event) {
        switch (event) {
            case SettingAsideProposed proposed -> {
                id = proposed.flood();
                proposer = proposed.by();
                readers = Set.copyOf(proposed.readers());
            }
            case SettingAsideConfirmed confirmed -> stage = Stage.CONFIRMED;
            case SettingAsideUndone undone -> stage = Stage.UNDONE;
        }
    }
}
