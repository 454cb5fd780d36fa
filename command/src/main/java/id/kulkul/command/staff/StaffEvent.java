package id.kulkul.command.staff;

import java.util.UUID;

/** Everything that can have happened to a member of staff, without a name. */
public sealed interface StaffEvent {
    StaffId person();

    record StaffRegistered(StaffId person, UUID by, Role role, String post, StaffKeyIds keys, long bundleVersion)
            implements StaffEvent {}

    record RoleGiven(StaffId person, UUID by, Role role) implements StaffEvent {}

    record RoleTaken(StaffId person, UUID by, Role role) implements StaffEvent {}

    record KeysChanged(StaffId person, UUID by, StaffKeyIds keys, long bundleVersion) implements StaffEvent {}

    record StaffRetired(StaffId person, UUID by) implements StaffEvent {}
}
