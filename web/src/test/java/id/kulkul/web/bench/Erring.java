package id.kulkul.web.bench;

import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.web.Kulkul;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The packaged program with two parts that die when told to: a file {@code projection} or {@code signer} in a folder
 * makes that one throw an error, once.
 */
final class Erring implements SpringApplicationRunListener {
    private final Path folder;

    private Erring(Path folder) {
        this.folder = folder;
    }

    /** Arguments: the folder, then those of the program. */
    public static void main(String[] arguments) {
        var erring = new Erring(Path.of(arguments[0]));
        SpringApplication.withHook(
                program -> erring, () -> Kulkul.main(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }

    @Override
    public void started(ConfigurableApplicationContext program, @Nullable Duration after) {
        program.getBean(CommandBus.class).registerHandlerInterceptor((work, chain) -> {
            if (work.getMessage().getPayload() instanceof RecordCheckpoint) failIfTold("signer");
            return chain.proceed();
        });
        program.getBean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor(ReportBoard.GROUP, StreamingEventProcessor.class)
                .orElseThrow()
                .registerHandlerInterceptor((work, chain) -> {
                    failIfTold("projection");
                    return chain.proceed();
                });
    }

    private void failIfTold(String part) {
        try {
            if (Files.deleteIfExists(folder.resolve(part))) throw new AssertionError(part);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
