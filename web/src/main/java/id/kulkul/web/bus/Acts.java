package id.kulkul.web.bus;

import id.kulkul.command.Rejection;
import id.kulkul.crypto.bytes.Hex16;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends commands in somebody's name; completes once the event store has acknowledged what came of it. */
@Component
public class Acts {
    private final CommandGateway commands;

    Acts(CommandGateway commands) {
        this.commands = commands;
    }

    /** Fails with {@link Rejected} if the domain refuses. */
    public Mono<Void> send(Object command, UUID actor) {
        return Mono.fromFuture(() -> sent(command, actor))
                .onErrorMap(Acts::refusal)
                .then();
    }

    /** Waits for it; throws {@link Rejected} if the domain refuses, and {@link MaybeDone} if nobody says in time. */
    public void await(Object command, UUID actor) {
        await(sent(command, actor), Waited.PATIENCE);
    }

    static void await(CompletableFuture<?> acknowledged, Duration patience) {
        try {
            Waited.of(acknowledged, patience);
        } catch (NotInTime late) {
            throw new MaybeDone(late);
        } catch (RuntimeException failed) {
            if (refusal(failed) instanceof Rejected refused) throw refused;
            throw failed;
        }
    }

    private CompletableFuture<Object> sent(Object command, UUID actor) {
        return commands.send(
                GenericCommandMessage.asCommandMessage(command).andMetaData(Map.of("actor", Hex16.of(actor))));
    }

    private static Throwable refusal(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof AggregateNotFoundException) return new Rejected(Absent.UNKNOWN);
        if (cause instanceof CommandExecutionException refused) {
            return refused.<Rejection>getDetails().<Throwable>map(Rejected::new).orElse(cause);
        }
        return cause;
    }
}
