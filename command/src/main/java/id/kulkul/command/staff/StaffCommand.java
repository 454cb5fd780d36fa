package id.kulkul.command.staff;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked about a member of staff; {@code by} is the administrator who acts. */
public sealed interface StaffCommand {
    @TargetAggregateIdentifier
    StaffId person();

    /** The post is the public title of the office that the person holds, at most 120 characters; never a name. */
    record RegisterStaff(StaffId person, UUID by, Role role, String post, StaffKeyIds keys, long bundleVersion)
            implements StaffCommand {}

    record GiveRole(StaffId person, UUID by, Role role) implements StaffCommand {}

    record TakeRole(StaffId person, UUID by, Role role) implements StaffCommand {}

    /** The bundle version is greater than every one before, so that an old bundle is never taken for the new one. */
    record ChangeKeys(StaffId person, UUID by, StaffKeyIds keys, long bundleVersion) implements StaffCommand {}

    record RetireStaff(StaffId person, UUID by) implements StaffCommand {}
}
