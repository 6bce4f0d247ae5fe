package dev.posthorn.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Commands know the server by its settings and its API, and arrows go one way. */
class ArchitectureTest {
    private static final JavaClasses CLI =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.posthorn.cli");

    @Test
    void sees_the_classes_of_the_command_line() {
        assertThat(CLI.contain("dev.posthorn.cli.Main")).isTrue();
    }

    @Test
    void knows_nothing_of_how_the_server_is_built() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.posthorn.core..",
                        "dev.posthorn.server.http..",
                        "dev.posthorn.server.sqlite..",
                        "io.vertx..",
                        "java.sql..")
                .check(CLI);
    }

    @Test
    void has_no_package_cycles() {
        slices().matching("dev.posthorn.(**)").should().beFreeOfCycles().check(CLI);
    }
}
