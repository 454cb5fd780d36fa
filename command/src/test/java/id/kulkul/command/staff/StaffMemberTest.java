package id.kulkul.command.staff;

import static id.kulkul.command.report.Samples.digest;
import static id.kulkul.command.report.Samples.id;
import static id.kulkul.command.staff.StaffRejection.*;

import id.kulkul.command.staff.StaffCommand.*;
import id.kulkul.command.staff.StaffEvent.*;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class StaffMemberTest {
    private static final StaffId PERSON = new StaffId(id(1));
    private static final UUID ADMIN = id(2);
    private static final StaffKeyIds KEYS = new StaffKeyIds(id(3), id(4), digest(5));
    private static final String POST = "Inspektur Pembantu I";
    private final FixtureConfiguration<StaffMember> member = new AggregateTestFixture<>(StaffMember.class);

    @Test
    void a_person_is_registered_by_post_and_role() {
        member.givenNoPriorActivity()
                .when(new RegisterStaff(PERSON, ADMIN, Role.INVESTIGATOR, POST, KEYS, 1))
                .expectEvents(registered(Role.INVESTIGATOR));
    }

    @Test
    void a_person_is_registered_once() {
        member.given(registered(Role.AUDITOR))
                .when(new RegisterStaff(PERSON, ADMIN, Role.AUDITOR, POST, KEYS, 1))
                .expectExceptionDetails(ALREADY_REGISTERED);
    }

    @Test
    void a_post_is_neither_empty_nor_a_story() {
        member.givenNoPriorActivity()
                .when(new RegisterStaff(PERSON, ADMIN, Role.AUDITOR, " ", KEYS, 1))
                .expectExceptionDetails(BAD_POST);
        member.givenNoPriorActivity()
                .when(new RegisterStaff(PERSON, ADMIN, Role.AUDITOR, "x".repeat(121), KEYS, 1))
                .expectExceptionDetails(BAD_POST);
    }

    @Test
    void an_investigator_is_never_custodian_administrator_or_auditor() {
        for (var role : new Role[] {Role.CUSTODIAN, Role.ADMINISTRATOR, Role.AUDITOR}) {
            member.given(registered(Role.INVESTIGATOR))
                    .when(new GiveRole(PERSON, ADMIN, role))
                    .expectExceptionDetails(CONFLICTING_ROLES);
            member.given(registered(role))
                    .when(new GiveRole(PERSON, ADMIN, Role.INVESTIGATOR))
                    .expectExceptionDetails(CONFLICTING_ROLES);
        }
    }

    @Test
    void whoever_reads_from_outside_has_no_role_inside() {
        member.given(registered(Role.OUTSIDE))
                .when(new GiveRole(PERSON, ADMIN, Role.AUDITOR))
                .expectExceptionDetails(CONFLICTING_ROLES);
    }

    @Test
    void a_custodian_is_never_administrator() {
        member.given(registered(Role.CUSTODIAN))
                .when(new GiveRole(PERSON, ADMIN, Role.ADMINISTRATOR))
                .expectExceptionDetails(CONFLICTING_ROLES);
    }

    @Test
    void roles_that_go_together_are_given_and_taken() {
        member.given(registered(Role.AUDITOR))
                .when(new GiveRole(PERSON, ADMIN, Role.ADMINISTRATOR))
                .expectEvents(new RoleGiven(PERSON, ADMIN, Role.ADMINISTRATOR));
        member.given(registered(Role.AUDITOR))
                .when(new GiveRole(PERSON, ADMIN, Role.AUDITOR))
                .expectExceptionDetails(ROLE_ALREADY_GIVEN);
        member.given(registered(Role.AUDITOR))
                .when(new TakeRole(PERSON, ADMIN, Role.AUDITOR))
                .expectEvents(new RoleTaken(PERSON, ADMIN, Role.AUDITOR));
        member.given(registered(Role.AUDITOR))
                .when(new TakeRole(PERSON, ADMIN, Role.CUSTODIAN))
                .expectExceptionDetails(NO_SUCH_ROLE);
    }

    @Test
    void a_role_that_was_taken_no_longer_stands_in_the_way() {
        member.given(registered(Role.CUSTODIAN), new RoleTaken(PERSON, ADMIN, Role.CUSTODIAN))
                .when(new GiveRole(PERSON, ADMIN, Role.INVESTIGATOR))
                .expectEvents(new RoleGiven(PERSON, ADMIN, Role.INVESTIGATOR));
    }

    @Test
    void keys_never_go_back_to_an_older_bundle() {
        member.given(registered(Role.AUDITOR))
                .when(new ChangeKeys(PERSON, ADMIN, KEYS, 2))
                .expectEvents(new KeysChanged(PERSON, ADMIN, KEYS, 2));
        member.given(registered(Role.AUDITOR))
                .when(new ChangeKeys(PERSON, ADMIN, KEYS, 1))
                .expectExceptionDetails(OLD_BUNDLE);
    }

    @Test
    void whoever_has_left_is_left_alone() {
        var gone = new StaffRetired(PERSON, ADMIN);
        member.given(registered(Role.AUDITOR))
                .when(new RetireStaff(PERSON, ADMIN))
                .expectEvents(gone);
        member.given(registered(Role.AUDITOR), gone)
                .when(new RetireStaff(PERSON, ADMIN))
                .expectExceptionDetails(ALREADY_RETIRED);
        member.given(registered(Role.AUDITOR), gone)
                .when(new GiveRole(PERSON, ADMIN, Role.ADMINISTRATOR))
                .expectExceptionDetails(ALREADY_RETIRED);
        member.given(registered(Role.AUDITOR), gone)
                .when(new ChangeKeys(PERSON, ADMIN, KEYS, 9))
                .expectExceptionDetails(ALREADY_RETIRED);
    }

    private static StaffRegistered registered(Role role) {
        return new StaffRegistered(PERSON, ADMIN, role, POST, KEYS, 1);
    }
}
