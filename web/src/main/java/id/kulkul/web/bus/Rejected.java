package id.kulkul.web.bus;

import id.kulkul.command.Rejection;

/** A lawful refusal of an act, with the constant that says why. */
public class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Rejection rejection;

    Rejected(Rejection rejection) {
        super(rejection.code(), null, false, false);
        this.rejection = rejection;
    }

    /** Returns why the act was refused. */
    public Rejection rejection() {
        return rejection;
    }
}
