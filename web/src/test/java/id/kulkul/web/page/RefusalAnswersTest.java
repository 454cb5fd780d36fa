package id.kulkul.web.page;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.kulkul.command.Rejection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How each refusal of the domain is answered: what programs and people have heard until now they hear for ever. */
class RefusalAnswersTest {
    private static final String ANSWERS = """
            Absent.UNKNOWN 404 reports/unknown
            Busy.BUSY 503 office/busy
            ChannelRejection.ALREADY_OPEN 409 channels/already-open
            ChannelRejection.BAD_MANIFEST 422 channels/bad-manifest
            ChannelRejection.BAD_SIGNATURE 422 channels/bad-signature
            ChannelRejection.BROKEN_CHAIN 409 channels/broken-chain
            ChannelRejection.NOT_OPEN 409 channels/not-open
            ChannelRejection.NO_MANIFEST 409 channels/no-manifest
            ChannelRejection.WRONG_CHANNEL 409 channels/wrong-channel
            CheckpointRejection.MARK_NOT_LATER 409 checkpoints/mark-not-later
            CheckpointRejection.SHRUNK 409 checkpoints/shrunk
            CheckpointRejection.SPLIT_VIEW 409 checkpoints/split-view
            CheckpointRejection.WRONG_DAY 409 checkpoints/wrong-day
            FloodRejection.ALREADY_CONFIRMED 409 floods/already-confirmed
            FloodRejection.ALREADY_PROPOSED 409 floods/already-proposed
            FloodRejection.ALREADY_UNDONE 409 floods/already-undone
            FloodRejection.CONFIRMED_SINCE 409 floods/confirmed-since
            FloodRejection.NOT_A_READER 404 reports/unknown
            FloodRejection.NO_REPORT 422 floods/no-report
            FloodRejection.NO_SECOND_READER 409 floods/no-second-reader
            FloodRejection.SAME_PERSON 403 floods/same-person
            FloodRejection.TOO_MANY 422 floods/too-many
            FloodRejection.WRONG_ID 422 floods/wrong-id
            LossRejection.NOTHING_LOST 409 losses/nothing-lost
            LossRejection.NOT_CLOSED 409 losses/not-closed
            ReportRejection.ALREADY_CLOSED 409 reports/already-closed
            ReportRejection.ALREADY_EXCLUDED 409 reports/already-excluded
            ReportRejection.ALREADY_EXTENDED 409 reports/already-extended
            ReportRejection.BAD_ITEM 422 reports/bad-item
            ReportRejection.BAD_SIGNATURE 422 reports/bad-signature
            ReportRejection.DUPLICATE_SUBMISSION 409 reports/duplicate-submission
            ReportRejection.EXCLUDED_RECIPIENT 422 reports/excluded-recipient
            ReportRejection.FINDINGS_UNREAD 409 reports/findings-unread
            ReportRejection.ITEM_ALREADY_RECEIVED 409 reports/item-already-received
            ReportRejection.LAST_RECIPIENT 409 reports/last-recipient
            ReportRejection.NEEDS_CUSTODIANS 403 reports/needs-custodians
            ReportRejection.NOTE_MISSING 422 reports/note-missing
            ReportRejection.NOT_A_RECIPIENT 404 reports/unknown
            ReportRejection.NO_RECIPIENT 422 reports/no-recipient
            ReportRejection.NO_SUCH_ITEM 422 reports/no-such-item
            ReportRejection.SAME_PERSON 403 reports/same-person
            ReportRejection.SEQUENCE_GAP 409 reports/sequence-gap
            ReportRejection.UNKNOWN_CATEGORY 422 reports/unknown-category
            ReportRejection.UNKNOWN_CLOCK 422 reports/unknown-clock
            ReportRejection.UNKNOWN_RULES 422 reports/unknown-rules
            ReportRejection.WRONG_ID 409 reports/wrong-id
            ReportRejection.WRONG_MANIFEST 422 reports/wrong-manifest
            ReportRejection.WRONG_STAGE 409 reports/wrong-stage
            StaffRejection.ALREADY_REGISTERED 409 staff/already-registered
            StaffRejection.ALREADY_RETIRED 409 staff/already-retired
            StaffRejection.BAD_POST 422 staff/bad-post
            StaffRejection.CONFLICTING_ROLES 409 staff/conflicting-roles
            StaffRejection.NO_SUCH_ROLE 409 staff/no-such-role
            StaffRejection.OLD_BUNDLE 409 staff/old-bundle
            StaffRejection.ROLE_ALREADY_GIVEN 409 staff/role-already-given
            """;

    @Test
    void every_refusal_keeps_its_status_and_its_code() {
        assertThat(everyRefusal().map(RefusalAnswersTest::answer).sorted())
                .containsExactlyElementsOf(ANSWERS.lines().toList());
    }

    static Stream<Rejection> everyRefusal() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("id.kulkul.command", "id.kulkul.web")
                        .that(assignableTo(Rejection.class))
                        .stream()
                        .filter(JavaClass::isEnum)
                        .flatMap(family -> Stream.of(family.reflect().getEnumConstants()))
                        .map(Rejection.class::cast);
    }

    private static String answer(Rejection refusal) {
        Refused refused = Refusals.of(refusal);
        return refusal.getClass().getSimpleName() + "." + refusal.name() + " "
                + refused.status().value() + " " + refused.code();
    }
}
