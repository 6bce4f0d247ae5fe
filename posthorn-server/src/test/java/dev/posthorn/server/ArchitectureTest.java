package dev.posthorn.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** An adapter keeps its technology to itself, and arrows go one way. */
class ArchitectureTest {
    private static final JavaClasses SERVER =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.posthorn.server");

    @Test
    void sees_the_classes_of_the_server() {
        assertThat(SERVER.contain("dev.posthorn.server.package-info")).isTrue();
    }

    @Test
    void only_the_stores_speak_sql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.posthorn.server.store..",
                        "dev.posthorn.server.sqlite..",
                        "dev.posthorn.server.postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(SERVER);
    }

    @Test
    void has_no_package_cycles() {
        slices().matching("dev.posthorn.(**)").should().beFreeOfCycles().check(SERVER);
    }
}
