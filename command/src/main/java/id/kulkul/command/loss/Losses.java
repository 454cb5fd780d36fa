package id.kulkul.command.loss;

import static id.kulkul.command.loss.LossRejection.NOTHING_LOST;
import static id.kulkul.command.loss.LossRejection.NOT_CLOSED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import id.kulkul.command.loss.LossCommand.DeclareContentsLost;
import id.kulkul.command.loss.LossCommand.DeclareLogRestored;
import id.kulkul.command.loss.LossEvent.ContentsLost;
import id.kulkul.command.loss.LossEvent.LogRestored;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The declared losses of an organisation, each once. */
@AggregateRoot(type = "losses")
class Losses {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private LossesId id;

    private final Set<LossEvent> declared = new HashSet<>();

    Losses() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclareLogRestored command) {
        if (command.lastWitnessedSize() < 0 || command.restoredSize() < 0) throw NOTHING_LOST.asException();
        if (command.newOrigin().equals(command.oldOrigin())) throw NOT_CLOSED.asException();
        declare(new LogRestored(
                command.losses(),
                command.oldOrigin(),
                command.lastWitnessedSize(),
                command.root(),
                command.restoredSize(),
                command.newOrigin()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclareContentsLost command) {
        if (command.rows() < 0 || command.blobs() < 0 || command.rows() + command.blobs() == 0)
            throw NOTHING_LOST.asException();
        declare(new ContentsLost(command.losses(), command.rows(), command.blobs(), command.list()));
    }

    private void declare(LossEvent loss) {
        if (!declared.contains(loss)) apply(loss);
    }

    @EventSourcingHandler
    void on(LossEvent event) {
        id = event.losses();
        declared.add(event);
    }
}
