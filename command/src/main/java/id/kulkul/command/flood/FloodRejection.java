package id.kulkul.command.flood;

import id.kulkul.command.Rejection;

/** Why reports are not set aside; the codes {@code floods/...} never change. */
public enum FloodRejection implements Rejection {
    /** There is no report in it. */
    NO_REPORT(Kind.INVALID),
    /** More than 10,000 reports in one act. */
    TOO_MANY(Kind.INVALID),
    /** The id is not one that a proposal has. */
    WRONG_ID(Kind.INVALID),
    /** The person is not among those who may read every report of it: another role, or excluded. */
    NOT_A_READER(Kind.HIDDEN),
    /** Nobody else may read these reports, so nobody could confirm. */
    NO_SECOND_READER,
    /** The same form was sent before. */
    ALREADY_PROPOSED,
    /** Whoever proposed cannot confirm. */
    SAME_PERSON(Kind.FORBIDDEN),
    /** It has been confirmed. */
    ALREADY_CONFIRMED,
    /** It has been confirmed since the person saw it as a proposal. */
    CONFIRMED_SINCE,
    /** It has been taken back. */
    ALREADY_UNDONE;

    private final Kind kind;

    FloodRejection() {
        this(Kind.CONFLICT);
    }

    FloodRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String family() {
        return "floods";
    }
}
