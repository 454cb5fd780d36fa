package id.kulkul.web;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.vault.VaultFailed;
import id.kulkul.web.settings.WrongSetting;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence why a start failed, however it failed; the stack trace comes with {@code --debug} only. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneSentence implements SpringBootExceptionReporter {
    private static volatile boolean said;
    private final boolean all;

    /** The application context may not have come so far. */
    OneSentence(@Nullable ConfigurableApplicationContext office) {
        all = office != null && office.getEnvironment().containsProperty("debug");
    }

    @Override
    public boolean reportException(Throwable failure) {
        say(failure);
        if (all) failure.printStackTrace();
        return true;
    }

    /** Says it, unless that was done. */
    static void say(Throwable failure) {
        if (said) return;
        said = true;
        System.err.println(of(failure));
    }

    /**
     * What was refused in words, however deep; what happened in the outermost place that can be named; or else the
     * innermost failure.
     */
    static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof StartRefused refused && refused.getMessage() != null) return refused.getMessage();
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> known = known(cause);
            if (known.isPresent()) return known.get();
            innermost = cause;
        }
        return "Kulkul did not start: " + innermost.getClass().getSimpleName() + " (" + oneLine(innermost.getMessage())
                + "); --debug shows where.";
    }

    private static Optional<String> known(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case PortInUseException taken ->
                        "The port " + taken.getPort()
                                + " is taken: stop the program that listens there, or choose another with --server.port.";
                    case NoSuchFileException missing ->
                        missing.getFile()
                                + " is missing: put it back from the backup of its folder. Nothing was changed.";
                    case AccessDeniedException denied -> notOurs(denied);
                    case FileSystemException file
                    when "Operation not permitted".equals(file.getReason()) -> notOurs(file);
                    case FileSystemException file ->
                        file.getFile() + " cannot be used: " + oneLine(file.getReason()) + ".";
                    case VaultFailed other
                    when other.getCause() instanceof OpenFailed ->
                        "The vault does not open with the keys that were given: these are not the keys of this home, or vault.db is damaged.";
                    case BindException wrong -> WrongSetting.sentence(wrong);
                    case IOException failed
                    when failed.getCause() == null ->
                        "Something could not be read or written: " + oneLine(failed.getMessage()) + ".";
                    default -> null;
                });
    }

    private static String notOurs(FileSystemException file) {
        return System.getProperty("user.name") + ", who started Kulkul, may not use " + file.getFile()
                + ": start it as the user to whom that belongs, or give it to this one. Nothing was changed.";
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "no reason is known" : text.strip().replaceAll("\\s+", " ");
    }
}
