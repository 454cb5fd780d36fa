package id.kulkul.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.modelling.command.AggregateRoot;

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
            .ignoreDependency(
                    com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(),
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("id.kulkul.command.policy"))
            .allowEmptyShould(true);

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
}
