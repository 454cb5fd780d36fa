package id.kulkul.web.channel;

/** Why no report can be received at this moment, though the channel is open. */
public enum NotNow {
    /** The disk has no room for texts. */
    NO_ROOM("room"),
    /** History or vault take nothing for now. */
    PAUSED("paused"),
    /** History or vault take nothing until somebody starts the program again. */
    STOPPED("stopped"),
    /** What is received would be shown or signed too late. */
    LATE("late");

    private final String name;

    NotNow(String name) {
        this.name = name;
    }

    /**
     * The stable code, of a problem and of the form's mistake; the page's script knows all of them by their beginning.
     */
    public String code() {
        return "report/not-now-" + name;
    }
}
