package id.kulkul.command.staff;

import id.kulkul.command.Acted;
import java.util.UUID;

/** Everything that can have happened to a member of staff, without a name. */
public sealed interface StaffEvent {
    StaffId person();

    record StaffRegistered(StaffId person, UUID by, Role role, String post, StaffKeyIds keys, long bundleVersion)
            implements StaffEvent, Acted {}

    record RoleGiven(StaffId person, UUID by, Role role) implements StaffEvent, Acted {}

    record RoleTaken(StaffId person, UUID by, Role role) implements StaffEvent, Acted {}

    record KeysChanged(StaffId person, UUID by, StaffKeyIds keys, long bundleVersion) implements StaffEvent, Acted {}

    record StaffRetired(StaffId person, UUID by) implements StaffEvent, Acted {}
}
