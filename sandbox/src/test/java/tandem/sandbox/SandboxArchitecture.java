package tandem.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules of DESIGN section 4 for the sandbox, with the root of the packages left open. */
final class SandboxArchitecture {
  private SandboxArchitecture() {}

  static List<ArchRule> of(String root) {
    return List.of(
        sharesNothingWithItsClients(root),
        onlyHttpKnowsTheServerLibrary(root),
        jiraAndLinearNeverMeet(root),
        faultsKnowNobody(root),
        noCycles(root),
        noSleep(root));
  }

  /** A stand-in that shares its client's parsing code shares its client's mistakes. */
  static ArchRule sharesNothingWithItsClients(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tandem.sync..", "tandem.app..");
  }

  static ArchRule onlyHttpKnowsTheServerLibrary(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");
  }

  static ArchRule jiraAndLinearNeverMeet(String root) {
    return slices().matching(root + ".(jira|linear)..").should().notDependOnEachOther();
  }

  static ArchRule faultsKnowNobody(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".fault..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".fault..",
            "java..",
            "com.fasterxml.jackson.annotation..",
            "org.jspecify.annotations..");
  }

  static ArchRule noCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  static ArchRule noSleep(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class);
  }
}
