package id.kulkul.command.staff;

import id.kulkul.command.Rejection;

/** Why the staff list refuses a command; the codes {@code staff/...} never change. */
public enum StaffRejection implements Rejection {
    /** The person has been registered before. */
    ALREADY_REGISTERED,
    /** The person has left. */
    ALREADY_RETIRED,
    /** One person may not hold these roles together. */
    CONFLICTING_ROLES,
    /** The person has the role already. */
    ROLE_ALREADY_GIVEN,
    /** The person does not have the role. */
    NO_SUCH_ROLE,
    /** The post is empty or longer than 120 characters. */
    BAD_POST(Kind.INVALID),
    /** The key bundle is not newer than the last one. */
    OLD_BUNDLE;

    private final Kind kind;

    StaffRejection() {
        this(Kind.CONFLICT);
    }

    StaffRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String family() {
        return "staff";
    }
}
