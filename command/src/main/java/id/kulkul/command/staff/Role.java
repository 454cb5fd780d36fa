package id.kulkul.command.staff;

import java.util.EnumSet;
import java.util.Set;

/** What a member of staff may do; roles that keep each other in check are never one person's. */
public enum Role {
    /** Reads and handles protected reports. */
    INVESTIGATOR,
    /** Works elsewhere, and reads the reports that nobody in this office may read. */
    OUTSIDE,
    /** Holds a share of every identity, and reads no report. */
    CUSTODIAN,
    /** Checks the history, and reads no report. */
    AUDITOR,
    /** Keeps the system and the accounts, and reads no report. */
    ADMINISTRATOR;

    /** Whether it is this role's work to read protected reports. */
    public boolean readsReports() {
        return this == INVESTIGATOR || this == OUTSIDE;
    }

    /**
     * Whether one person may hold all of them: who reads reports has no second role, nor do custodian and administrator
     * meet.
     */
    public static boolean canBeOnePersons(Set<Role> roles) {
        if (roles.stream().anyMatch(Role::readsReports)) return roles.size() == 1;
        return !roles.containsAll(EnumSet.of(CUSTODIAN, ADMINISTRATOR));
    }
}
