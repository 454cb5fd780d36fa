package id.kulkul.command.staff;

import static id.kulkul.command.staff.StaffRejection.*;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import id.kulkul.command.staff.StaffCommand.*;
import id.kulkul.command.staff.StaffEvent.*;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** A member of staff: never judge and party at once, and never back to an older key bundle. */
@AggregateRoot(type = "staff-member")
class StaffMember {
    private static final int LONGEST_POST = 120;

    @AggregateIdentifier
    private StaffId id;

    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private long bundleVersion;
    private boolean retired;

    StaffMember() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterStaff command) {
        if (id != null) throw ALREADY_REGISTERED.asException();
        if (command.post().isBlank() || command.post().length() > LONGEST_POST) throw BAD_POST.asException();
        apply(new StaffRegistered(
                command.person(),
                command.by(),
                command.role(),
                command.post(),
                command.keys(),
                command.bundleVersion()));
    }

    @CommandHandler
    void handle(GiveRole command) {
        requireActive();
        if (roles.contains(command.role())) throw ROLE_ALREADY_GIVEN.asException();
        var together = EnumSet.of(command.role());
        together.addAll(roles);
        if (!Role.canBeOnePersons(together)) throw CONFLICTING_ROLES.asException();
        apply(new RoleGiven(id, command.by(), command.role()));
    }

    @CommandHandler
    void handle(TakeRole command) {
        requireActive();
        if (!roles.contains(command.role())) throw NO_SUCH_ROLE.asException();
        apply(new RoleTaken(id, command.by(), command.role()));
    }

    @CommandHandler
    void handle(ChangeKeys command) {
        requireActive();
        if (command.bundleVersion() <= bundleVersion) throw OLD_BUNDLE.asException();
        apply(new KeysChanged(id, command.by(), command.keys(), command.bundleVersion()));
    }

    @CommandHandler
    void handle(RetireStaff command) {
        requireActive();
        apply(new StaffRetired(id, command.by()));
    }

    private void requireActive() {
        if (retired) throw ALREADY_RETIRED.asException();
    }

    @EventSourcingHandler
    void on(StaffEvent event) {
        switch (event) {
            case StaffRegistered registered -> {
                id = registered.person();
                roles.add(registered.role());
                bundleVersion = registered.bundleVersion();
            }
            case RoleGiven given -> roles.add(given.role());
            case RoleTaken taken -> roles.remove(taken.role());
            case KeysChanged changed -> bundleVersion = changed.bundleVersion();
            case StaffRetired gone -> retired = true;
        }
    }
}
