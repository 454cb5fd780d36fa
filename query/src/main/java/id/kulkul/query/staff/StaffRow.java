package id.kulkul.query.staff;

import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffKeyIds;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** A member of staff by public post, with the roles and keys of today. */
public record StaffRow(
        UUID person, String post, Set<Role> roles, StaffKeyIds keys, long bundleVersion, boolean retired) {
    public StaffRow {
        var ordered = EnumSet.noneOf(Role.class);
        ordered.addAll(roles);
        roles = Collections.unmodifiableSet(ordered);
    }
}
