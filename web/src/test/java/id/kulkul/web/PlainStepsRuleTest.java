package id.kulkul.web;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.kulkul.web.page.Bodies;
import id.kulkul.web.page.Fields;
import id.kulkul.web.page.JsonBodies;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages are written in plain steps, but for those that are named here. */
@AnalyzeClasses(packages = "id.kulkul.web", importOptions = ImportOption.DoNotIncludeTests.class)
class PlainStepsRuleTest {
    /**
     * Bytes of a reporter stream, a mailbox has one deadline for whoever asks, and the story of a demonstration waits
     * under one monitor.
     */
    private static final Set<String> STREAMS = Set.of(
            "ReportController.form",
            "ReportController.submit",
            "SealedReportController.receives",
            "SealedReportController.upload",
            "SealedReportController.submit",
            "MailboxController.look",
            "MailboxController.reply",
            "MailboxController.replyWithFiles",
            "MailboxController.proof",
            "SealedMailboxController.page",
            "SealedMailboxController.proof",
            "SealedMailboxController.upload",
            "SealedMailboxController.reply",
            "TourController.page",
            "TourController.report",
            "TourController.tell",
            "TourController.look",
            "TourController.happen",
            "TourController.verify",
            "TourController.cheat");

    @ArchTest
    static final ArchRule streams_and_nothing_else_answer_publishers = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should(new ArchCondition<>("return a publisher where it is a named stream, and only there") {
                @Override
                public void check(JavaMethod page, ConditionEvents events) {
                    String name = page.getOwner().getSimpleName() + "." + page.getName();
                    boolean publishes = page.getRawReturnType().isAssignableTo(Publisher.class);
                    events.add(new SimpleConditionEvent(page, publishes == STREAMS.contains(name), name));
                }
            });

    /** It would hold its place while somebody sends slowly: it is given what was {@code @Sent}. */
    @ArchTest
    static final ArchRule a_page_in_plain_steps_waits_for_no_body = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "id.kulkul.web.page..", "id.kulkul.web.report..", "id.kulkul.web.mailbox..", "id.kulkul.web.demo..")
            .should()
            .callMethodWhere(target(nameMatching("of"))
                    .and(target(owner(assignableTo(Fields.class)
                            .or(assignableTo(Bodies.class))
                            .or(assignableTo(JsonBodies.class))))));
}
