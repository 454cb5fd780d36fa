package id.kulkul.command.audit;

import static id.kulkul.command.audit.CheckpointRejection.*;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.audit.CheckpointEvent.CheckpointRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The checkpoints of one log on one day: later marks, never a smaller tree, never two roots for one size. */
@AggregateRoot(type = "checkpoints")
class Checkpoints {
    @AggregateIdentifier
    private CheckpointsId id;

    private CheckpointRecorded last;

    Checkpoints() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCheckpoint command) {
        var next = recorded(command);
        if (next.equals(last)) return;
        if (!isOfThisDay(command)) throw WRONG_DAY.asException();
        if (command.size() < command.padCount()) throw SHRUNK.asException();
        if (id != null) requireAfter(last, next);
        apply(next);
    }

    /** A stream that has begun keeps its id, whatever form ids had then; a new one is named as they are named now. */
    private boolean isOfThisDay(RecordCheckpoint command) {
        var day = dayOf(command.mark());
        if (last == null) return command.day().equals(CheckpointsId.of(command.origin(), day, command.stream()));
        return command.origin().equals(last.origin()) && day.equals(dayOf(last.mark()));
    }

    private static LocalDate dayOf(long mark) {
        return Instant.ofEpochMilli(mark).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static void requireAfter(CheckpointRecorded last, CheckpointRecorded next) {
        if (next.mark() <= last.mark()) throw MARK_NOT_LATER.asException();
        if (next.size() < last.size() + next.padCount()) throw SHRUNK.asException();
        if (next.size() == last.size() && !next.root().equals(last.root())) throw SPLIT_VIEW.asException();
    }

    private static CheckpointRecorded recorded(RecordCheckpoint command) {
        return new CheckpointRecorded(
                command.day(),
                command.origin(),
                command.mark(),
                command.size(),
                command.root(),
                command.padCount(),
                command.padSeed(),
                command.note(),
                command.leaves());
    }

    @EventSourcingHandler
    void on(CheckpointEvent event) {
        switch (event) {
            case CheckpointRecorded recorded -> {
                id = recorded.day();
                last = recorded;
            }
        }
    }
}
