package id.kulkul.web;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.containAnyMethodsThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.kulkul.query.store.ReadStore;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.PropertyResolver;
import org.springframework.http.HttpEntity;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.server.ServerWebExchange;

@AnalyzeClasses(packages = "id.kulkul", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modules_know_only_what_lies_below_them = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("crypto")
            .definedBy("id.kulkul.crypto..")
            .layer("command")
            .definedBy("id.kulkul.command..")
            .layer("query")
            .definedBy("id.kulkul.query..")
            .layer("web")
            .definedBy("id.kulkul.web..")
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("web")
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("query", "web");

    @ArchTest
    static final ArchRule features_of_the_write_side_do_not_know_each_other = slices().matching(
                    "id.kulkul.command.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage("id.kulkul.command.policy", "id.kulkul.command.sealed"))
            .allowEmptyShould(true);

    /** The demonstration plays them all. */
    @ArchTest
    static final ArchRule features_of_the_pages_do_not_know_each_other = slices().matching("id.kulkul.web.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("id.kulkul.web.demo.."), alwaysTrue())
            .ignoreDependency(
                    alwaysTrue(),
                    resideInAnyPackage(Stream.of(
                                    "bus",
                                    "casework",
                                    "channel",
                                    "clock",
                                    "life",
                                    "log",
                                    "page",
                                    "seen",
                                    "settings",
                                    "signin",
                                    "store",
                                    "upload")
                            .map(shared -> "id.kulkul.web." + shared + "..")
                            .toArray(String[]::new)));

    /** Which words and addresses it knows no rule can see. */
    @ArchTest
    static final ArchRule what_every_page_shares_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("id.kulkul.web.page..")
            .should()
            .dependOnClassesThat(resideInAPackage("id.kulkul..")
                    .and(not(resideInAnyPackage(
                            "id.kulkul.command",
                            "id.kulkul.crypto..",
                            "id.kulkul.web.bus..",
                            "id.kulkul.web.life..",
                            "id.kulkul.web.page..",
                            "id.kulkul.web.settings..",
                            "id.kulkul.web.store.."))));

    @ArchTest
    static final ArchRule aggregates_are_seen_by_nobody = classes()
            .that()
            .areAnnotatedWith(AggregateRoot.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_stores_know_databases = noClasses()
            .that()
            .resideOutsideOfPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule only_crypto_knows_bouncy_castle = noClasses()
            .that()
            .resideOutsideOfPackage("id.kulkul.crypto..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule crypto_stands_alone = noClasses()
            .that()
            .resideInAPackage("id.kulkul.crypto..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.axonframework..", "com.fasterxml..", "com.mongodb..");

    @ArchTest
    static final ArchRule the_write_side_knows_no_web_framework = noClasses()
            .that()
            .resideInAPackage("id.kulkul.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "com.mongodb..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule what_every_case_shares_knows_no_kind_of_case = noClasses()
            .that()
            .resideInAPackage("id.kulkul.query.casework..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.kulkul.query.report..", "id.kulkul.command.report..");

    /** While everything is filled anew, nobody could answer. */
    @ArchTest
    static final ArchRule who_folds_asks_nothing_of_the_read_models = noClasses()
            .that(containAnyMethodsThat(annotatedWith(EventHandler.class)))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ReadStore.class);

    @ArchTest
    static final ArchRule the_read_side_sends_no_commands = noClasses()
            .that()
            .resideInAPackage("id.kulkul.query..")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("CommandGateway")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule aggregates_use_no_clock_and_no_chance = noClasses()
            .that()
            .areAnnotatedWith(AggregateRoot.class)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .allowEmptyShould(true);

    /** One that is read elsewhere is neither described nor checked. */
    @ArchTest
    static final ArchRule settings_are_read_in_one_place = noClasses()
            .that()
            .resideInAPackage("id.kulkul.web..")
            .should()
            .callMethodWhere(target(nameMatching("getProperty|getRequiredProperty|resolvePlaceholders"))
                    .and(target(owner(assignableTo(PropertyResolver.class)))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Value.class);

    /** A body that the framework reads is counted by nobody, and may be silent for ever. */
    @ArchTest
    static final ArchRule what_strangers_send_is_read_through_the_one_room = noMethods()
            .should(new ArchCondition<JavaMethod>("let the framework read a body") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    for (JavaParameter parameter : method.getParameters())
                        if (BODIES.stream().anyMatch(parameter::isAnnotatedWith)
                                || parameter.getRawType().isAssignableTo(HttpEntity.class))
                            events.add(SimpleConditionEvent.satisfied(method, method.getFullName()));
                }
            });

    private static final List<Class<? extends Annotation>> BODIES =
            List.of(RequestBody.class, RequestPart.class, ModelAttribute.class);

    @ArchTest
    static final ArchRule nobody_reads_a_form_past_the_room = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("getFormData|getMultipartData"))
                    .and(target(owner(assignableTo(ServerWebExchange.class)))));

    @ArchTest
    static final ArchRule bodies_are_read_where_they_are_counted = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("id.kulkul.web.page.Bodies")
            .and()
            .doNotHaveFullyQualifiedName("id.kulkul.web.upload.FormStream")
            .and()
            .doNotHaveFullyQualifiedName("id.kulkul.web.upload.Uploads")
            .should()
            .callMethodWhere(
                    target(nameMatching("getBody")).and(target(owner(assignableTo(ReactiveHttpInputMessage.class)))));
}
