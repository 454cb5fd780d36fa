package id.kulkul.web.settings;

import id.kulkul.web.StartRefused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.util.unit.DataSize;

/**
 * Ends a start that was given a value which cannot be used: names the setting as it is typed, and says what it may be.
 */
public class WrongSetting extends StartRefused {
    private static final long serialVersionUID = 1;

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            Integer.class, "a whole number",
            Boolean.class, "true or false",
            DataSize.class, "a size such as 2GB",
            Duration.class, "a time such as 10s or 15m",
            LocalDate.class, "a day such as 2026-11-27");

    WrongSetting(String name, String expected, String value) {
        super(sentence(name, expected, value));
    }

    /** Says the same of a value of which the framework could not make what it should be. */
    public static String sentence(BindException failure) {
        String name = failure.getName().toString();
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException unlike) return sentence(name, unlike);
            innermost = cause;
        }
        return cannotBeUsed(name, String.valueOf(innermost.getMessage()));
    }

    private static String sentence(String name, ConversionFailedException unlike) {
        String value = String.valueOf(unlike.getValue());
        return expected(unlike.getTargetType().getObjectType())
                .map(expected -> sentence(name, expected, value))
                .orElseGet(() -> cannotBeUsed(name, value));
    }

    private static String sentence(String name, String expected, String value) {
        return "--" + name + " must be " + expected + ", not " + oneLine(value) + ".";
    }

    private static String cannotBeUsed(String name, String what) {
        return "The value of --" + name + " cannot be used: " + oneLine(what) + ".";
    }

    private static Optional<String> expected(Class<?> type) {
        if (!type.isEnum()) return Optional.ofNullable(EXPECTED.get(type));
        return Optional.of(Stream.of(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "one of ", "")));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
