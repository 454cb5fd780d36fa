package id.kulkul.web;

import id.kulkul.command.Rejection;
import id.kulkul.command.audit.CheckpointCommand;
import id.kulkul.crypto.log.LogName;
import id.kulkul.web.life.Ending;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.MessageHandler;

/**
 * Runs each command on a virtual thread of its own, so many at a time, and answers the rest at once that the office is
 * busy.
 */
final class BoundedCommandBus extends AsynchronousCommandBus {
    /** Why a command was not even begun; it may be sent again. */
    enum Busy implements Rejection {
        BUSY;

        @Override
        public Kind kind() {
            return Kind.BUSY;
        }

        @Override
        public String family() {
            return "office";
        }
    }

    static final int MOST_AT_A_TIME = 256;

    private final Semaphore places;

    /** The signing of the logs never waits for strangers. */
    private final Semaphore signing = new Semaphore(LogName.values().length);

    private BoundedCommandBus(Builder settings, int mostAtATime) {
        super(settings);
        places = new Semaphore(mostAtATime);
    }

    static BoundedCommandBus of(int mostAtATime) {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("command-", 0).factory());
        var settings = builder();
        settings.executor(threads).transactionManager(NoTransactionManager.instance());
        return new BoundedCommandBus(settings, mostAtATime);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        Semaphore places = command.getPayload() instanceof CheckpointCommand ? signing : this.places;
        if (!places.tryAcquire()) {
            callback.onResult(command, GenericCommandResultMessage.asCommandResultMessage(Busy.BUSY.asException()));
            return;
        }
        super.<C, R>handle(command, handler, (sent, result) -> {
            places.release();
            if (result.isExceptional()) Ending.ifBroken(result.exceptionResult());
            callback.onResult(sent, result);
        });
    }
}
