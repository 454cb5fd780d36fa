package id.kulkul.web.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a {@link Packaged} parameter the one demonstration that its class has, whatever other classes do meanwhile: with marks three
 * seconds apart, or {@link Uncovered}. A test that asks for it by itself has it alone. What ends the program, or reads all
 * that it wrote, starts its own. None of them reads all its files again each second, as a program does whose store is this
 * small: that would be a fifteenth of a core each.
 */
final class Demonstration implements ParameterResolver {
    /** Asks for the demonstration whose next mark is an hour away, so that reports stay uncovered. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Uncovered {}

    private static final Namespace NAMESPACE = Namespace.create(Demonstration.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Packaged.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        String[] marks = parameter.isAnnotated(Uncovered.class)
                ? new String[] {"--kulkul.marks.wbs=1h"}
                : new String[] {"--kulkul.marks.wbs=3s", "--kulkul.marks.open=3s"};
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(marks[0], key -> Running.start(marks), Running.class)
                .program();
    }

    private record Running(Packaged program) implements AutoCloseable {
        static Running start(String... marks) {
            try {
                Path home = Told.copy(Files.createTempDirectory(Path.of("target"), "demonstration-")
                        .resolve("home"));
                List<String> options = new ArrayList<>(
                        List.of("--kulkul.demo=true", "--kulkul.recheck=0", "--kulkul.recheck-ciphertexts=0"));
                options.addAll(List.of(marks));
                return new Running(new Packaged(home, options.toArray(String[]::new)));
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
