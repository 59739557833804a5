package tandem.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.scheduling.annotation.Scheduled;

/** The rules of the house for this module, each proven to fire on a seeded violation. */
class ArchitectureTest {
  private static final String RUNTIME = "..app.runtime..";
  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("tandem.app");
  private static final JavaClasses SEEDED =
      new ClassFileImporter().importPackages("tandem.archfixture.app");

  static List<ArchRule> rules() {
    return List.of(
        noClasses()
            .that()
            .resideOutsideOfPackage(RUNTIME)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .as("Time comes from outside, handed in by runtime"),
        noClasses()
            .that()
            .resideOutsideOfPackage(RUNTIME)
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .as("Randomness comes from outside, handed in by runtime"),
        noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .as("Nothing sleeps: it waits for a condition"),
        noClasses()
            .should()
            .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
            .orShould()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .as("No virtual threads: ADR 11"),
        noClasses()
            .that()
            .resideOutsideOfPackage(RUNTIME)
            .should()
            .beAnnotatedWith(Configuration.class)
            .orShould()
            .beAnnotatedWith(ConfigurationProperties.class)
            .as("Configuration stands in runtime only"),
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(RUNTIME)
            .should()
            .beAnnotatedWith(Bean.class)
            .orShould()
            .beAnnotatedWith(Scheduled.class)
            .as("Beans and schedules stand in runtime only"),
        noClasses()
            .that()
            .resideOutsideOfPackage(RUNTIME)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Value.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .as("Properties and the environment are read in runtime only"),
        noClasses()
            .that()
            .resideOutsideOfPackage("..app.lifecycle..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.atlassian.connect.spring.internal..")
            .as("The Connect framework's internals are lifecycle's secret"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleName("AtlassianHostRestClients")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("RestTemplate")
            .as("No client that sends calls to unknown hosts unsigned"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tandem.sandbox..")
            .as("The app does not know the sandbox"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theAppKeepsTheRule(ArchRule rule) {
    rule.check(APP);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleFiresOnItsSeededViolation(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(SEEDED)).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatTheRulesSpeakOfExists() {
    assertThat(APP.stream().map(it -> it.getPackageName()))
        .contains("tandem.app.runtime", "tandem.app.lifecycle");
    assertThat(
            APP.stream()
                .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
                .map(it -> it.getTargetClass().getPackageName())
                .filter(it -> it.startsWith("com.atlassian.connect.spring.internal")))
        .isNotEmpty();
  }

  @Test
  void theRoomsSeeEachOtherOnlyAsTheyDeclare() {
    ApplicationModules.of("tandem.app").verify();
  }

  @Test
  void aRoomThatLooksWhereItMayNotIsFound() {
    ApplicationModules seeded =
        ApplicationModules.of("tandem.archfixture.modules", location -> true);
    assertThatThrownBy(seeded::verify).isInstanceOf(Violations.class);
  }
}
