package dev.posthorn.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Core decides, adapters do: no IO, no clock, no chance of its own, and arrows one way. */
class ArchitectureTest {
    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.posthorn.core");

    /** Time, chance and ids are handed in, so that a test owns the world. */
    private static final Set<String> HANDED_IN =
            Set.of(
                    "java.time.Instant.now",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.lang.System.nanoTime",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.Thread.sleep",
                    "java.lang.Math.random",
                    "java.util.Random.<init>",
                    "java.util.concurrent.ThreadLocalRandom.current",
                    "java.util.UUID.randomUUID");

    @Test
    void sees_the_classes_of_core() {
        assertThat(CORE.contain("dev.posthorn.core.package-info")).isTrue();
    }

    @Test
    void depends_on_the_jdk_and_jspecify_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.posthorn.core..", "java..", "javax.crypto..", "org.jspecify..")
                .check(CORE);
    }

    @Test
    void knows_no_sql_and_no_http() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http..", "io.vertx..")
                .check(CORE);
    }

    @Test
    void takes_time_chance_and_ids_as_parameters() {
        noClasses().should().accessTargetWhere(isHandedIn()).check(CORE);
    }

    @Test
    void has_no_package_cycles() {
        slices().matching("dev.posthorn.(**)").should().beFreeOfCycles().check(CORE);
    }

    private static DescribedPredicate<JavaAccess<?>> isHandedIn() {
        return describe(
                "it is time, chance or an id",
                access ->
                        HANDED_IN.contains(
                                access.getTargetOwner().getName()
                                        + "."
                                        + access.getTarget().getName()));
    }
}
