package id.kulkul.command;

import java.util.Locale;
import org.axonframework.commandhandling.CommandExecutionException;

/**
 * A lawful refusal in the words of the domain: a constant that travels as the details of the exception, with a code
 * that never changes.
 */
public interface Rejection {
    /** What a refusal asks of the one who hears it, which is all that a page must know to answer. */
    enum Kind {
        /** The act is well formed, but not in the state in which things are now. */
        CONFLICT,
        /** What was sent is wrong in itself. */
        INVALID,
        /** The person may know of it, but may not do it. */
        FORBIDDEN,
        /** The person may not even know that it exists. */
        HIDDEN,
        /** It does not exist. */
        ABSENT,
        /** Nothing was begun, and the same may be sent again. */
        BUSY
    }

    /** The name of the constant. */
    String name();

    /** Which aggregates refuse so, as the first part of the code. */
    String family();

    /** Which kind of refusal this is. */
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** The stable code that pages and programs know, such as {@code reports/already-closed}. */
    default String code() {
        return family() + "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal as the exception that reaches the sender of the command. */
    default CommandExecutionException asException() {
        return new CommandExecutionException(code(), null, this);
    }
}
