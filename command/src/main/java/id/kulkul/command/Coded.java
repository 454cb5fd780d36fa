package id.kulkul.command;

/**
 * An event that says why, with what outcome, to whom or about which clock, in one of the codes that pages have words
 * for.
 */
public interface Coded {
    /** The code, as it is stored. */
    String code();

    /** The code of an event; empty where it has none. */
    static String code(Object event) {
        return event instanceof Coded coded ? coded.code() : "";
    }
}
