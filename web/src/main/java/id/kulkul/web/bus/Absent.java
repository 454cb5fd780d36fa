package id.kulkul.web.bus;

import id.kulkul.command.Rejection;

/** An act on a report that was never received. */
public enum Absent implements Rejection {
    /** There is no report of this id. */
    UNKNOWN;

    @Override
    public Kind kind() {
        return Kind.ABSENT;
    }

    @Override
    public String family() {
        return "reports";
    }
}
