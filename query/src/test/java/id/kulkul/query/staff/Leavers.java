package id.kulkul.query.staff;

import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffEvent.StaffRegistered;
import id.kulkul.command.staff.StaffEvent.StaffRetired;
import id.kulkul.command.staff.StaffId;
import id.kulkul.command.staff.StaffKeyIds;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.query.store.Shelves;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** People who have left the office. */
public final class Leavers {
    private Leavers() {}

    /** The person came and left, as the first two events of a directory. */
    public static void leave(Shelves store, UUID person) {
        var directory = new StaffDirectory(store);
        var keys = new StaffKeyIds(person, person, Digest.ZERO);
        var registered = new StaffRegistered(new StaffId(person), person, Role.INVESTIGATOR, "Pemeriksa", keys, 1);
        directory.on(registered, new GlobalSequenceTrackingToken(0));
        directory.on(new StaffRetired(new StaffId(person), person), new GlobalSequenceTrackingToken(1));
    }
}
