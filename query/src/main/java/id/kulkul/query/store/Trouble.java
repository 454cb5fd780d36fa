package id.kulkul.query.store;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What goes wrong with a file of read models: told in the log when it begins and ends, and damage once to whoever
 * asked.
 */
final class Trouble {
    private static final System.Logger LOG = System.getLogger(Trouble.class.getName());

    private final AtomicBoolean damaged = new AtomicBoolean();
    private volatile Runnable whenDamaged = () -> {};
    private boolean failing;

    /** The cause once in the log, when it begins: a projection meets it again at every attempt. */
    ReadStoreFailed whileWriting(SQLException cause) {
        if (!failing)
            LOG.log(System.Logger.Level.WARNING, "The read models take nothing for now: " + cause.getMessage());
        failing = true;
        return of(cause);
    }

    /** Something was written. */
    void isOver() {
        if (failing) LOG.log(System.Logger.Level.INFO, "The read models go on.");
        failing = false;
    }

    /** The failure for whoever asked. */
    ReadStoreFailed of(SQLException failure) {
        if (Link.isDamage(failure) && damaged.compareAndSet(false, true)) whenDamaged.run();
        return new ReadStoreFailed(failure);
    }

    /** Asks to be told of damage, once for each file. */
    void onDamage(Runnable listener) {
        whenDamaged = listener;
        if (isDamage()) listener.run();
    }

    /** Whether SQLite called the file damaged. */
    boolean isDamage() {
        return damaged.get();
    }

    /** Another file took the place of this one. */
    void isAnotherFile() {
        damaged.set(false);
    }
}
