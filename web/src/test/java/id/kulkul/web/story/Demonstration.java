package id.kulkul.web.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a {@link Packaged} parameter the one demonstration that all page tests share, with marks three seconds apart; its start
 * costs more than most tests. What counts everything that is stored, or ends the program, starts its own.
 */
final class Demonstration implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Demonstration.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Packaged.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("running", key -> Running.start(), Running.class)
                .program();
    }

    private record Running(Packaged program) implements AutoCloseable {
        static Running start() {
            try {
                Path home = Files.createTempDirectory(Path.of("target"), "demonstration-")
                        .resolve("home");
                return new Running(
                        new Packaged(home, "--kulkul.demo=true", "--kulkul.marks.wbs=3s", "--kulkul.marks.open=3s"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
