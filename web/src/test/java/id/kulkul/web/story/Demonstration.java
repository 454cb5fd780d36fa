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
 * Gives a {@link Packaged} parameter a demonstration that other classes use too: with marks three seconds apart for
 * whoever minds nobody's cases but those that the story has, {@link Quiet} for whoever compares what the home holds or
 * changes what the story has, or {@link Uncovered}. A class of the latter two holds the lock of that name, and shares
 * it where it compares nothing. What robs the program or floods it asks for its {@link Own}, for the class or for one
 * test; what ends the program, or reads all that it wrote, starts one itself. None of them takes an attachment of more
 * than 2 MiB, nor reads all its files again each second, as a program does whose store is this small: that would be a
 * fifteenth of a core each.
 */
final class Demonstration implements ParameterResolver {
    /** The lock of whoever uses the demonstration that stands still meanwhile. */
    static final String QUIET = "the quiet demonstration";

    /** The lock of whoever uses the demonstration whose reports stay uncovered. */
    static final String UNCOVERED = "the uncovered demonstration";

    /** Asks for the demonstration that nobody else writes to while the lock is held. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Quiet {}

    /** Asks for the demonstration whose next mark is hours away, so that reports stay uncovered. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Uncovered {}

    /** Asks for one that no other class has, nor any other test where a test asks by itself. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Own {}

    private static final Namespace NAMESPACE = Namespace.create(Demonstration.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Packaged.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        boolean own = parameter.isAnnotated(Own.class);
        return (own ? test : test.getRoot())
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(which(parameter), key -> Running.start(marks(parameter)), Running.class)
                .program();
    }

    /** A store looks into those around it: what is one's own has a name that no shared one has. */
    private static String which(ParameterContext parameter) {
        if (parameter.isAnnotated(Own.class)) return "its own";
        if (parameter.isAnnotated(Uncovered.class)) return UNCOVERED;
        return parameter.isAnnotated(Quiet.class) ? QUIET : "the demonstration";
    }

    private static String[] marks(ParameterContext parameter) {
        return parameter.isAnnotated(Uncovered.class)
                ? new String[] {"--kulkul.marks.wbs=12h"}
                : new String[] {"--kulkul.marks.wbs=3s", "--kulkul.marks.open=3s"};
    }

    private record Running(Packaged program) implements AutoCloseable {
        static Running start(String... marks) {
            try {
                Path home = Told.copy(Files.createTempDirectory(Path.of("target"), "demonstration-")
                        .resolve("home"));
                List<String> options = new ArrayList<>(List.of(
                        "--kulkul.demo=true",
                        "--kulkul.largest=2MB",
                        "--kulkul.recheck=0",
                        "--kulkul.recheck-ciphertexts=0"));
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
