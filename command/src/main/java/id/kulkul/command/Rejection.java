package id.kulkul.command;

import java.util.Locale;
import org.axonframework.commandhandling.CommandExecutionException;

/** A lawful refusal in the words of the domain: a constant that travels as the details of the exception, with a code that never changes. */
public interface Rejection {
    /** The name of the constant. */
    String name();

    /** Which aggregates refuse so, as the first part of the code. */
    String family();

    /** The stable code that pages and programs know, such as {@code reports/already-closed}. */
    default String code() {
        return family() + "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal as the exception that reaches the sender of the command. */
    default CommandExecutionException asException() {
        return new CommandExecutionException(code(), null, this);
    }
}
