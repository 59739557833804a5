package tandem.sync.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules hold, each of them fires on a violation, and what they name is there. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("tandem.sync");
  private static final JavaClasses VIOLATIONS =
      new ClassFileImporter().importPackages("archfixture");

  @ParameterizedTest
  @EnumSource
  void theHouseKeepsTheRule(Rules named) {
    named.rule.check(HOUSE);
  }

  @ParameterizedTest
  @CsvSource({
    "MODEL_IS_PURE, ModelThatLogs",
    "RECONCILE_IS_PURE, MergeThatReads",
    "DOCUMENT_SEES_ONLY_THE_MODEL, DocumentThatMerges",
    "MARKDOWN_ONLY_IN_DOCUMENT, LinearThatReadsMarkdown",
    "THE_PORT_SEES_ONLY_THE_MODEL, ReplicaThatKnowsTheStore",
    "JIRA_SEES_ONLY_THE_PORT, JiraThatKnowsLinear",
    "LINEAR_SEES_ONLY_THE_PORT, LinearThatKnowsTheMerge",
    "THE_STORE_SEES_ONLY_THE_MODEL, StoreThatQueues",
    "THE_QUEUE_SEES_ONLY_THE_STORE, QueueThatCallsOut",
    "THE_ENGINE_WORKS_ON_PORTS, EngineThatIsABean",
    "HTTP_ONLY_AT_THE_TRACKERS, QueueThatCallsOut",
    "JDBC_ONLY_IN_STORE_AND_QUEUE, EngineThatIsABean",
    "NO_SPRING, EngineThatIsABean",
    "TIME_AND_CHANCE_COME_FROM_OUTSIDE, LinearThatTellsTheTime",
    "NO_CIRCLES, StoreThatQueues",
  })
  void theRuleFiresOnItsSeededViolation(Rules named, String culprit) {
    var result = named.rule.evaluate(VIOLATIONS);
    assertThat(result.getFailureReport().toString()).contains(culprit);
  }

  @Test
  void everyRuleHasASeededViolation() throws NoSuchMethodException {
    CsvSource seeded =
        ArchitectureTest.class
            .getDeclaredMethod("theRuleFiresOnItsSeededViolation", Rules.class, String.class)
            .getAnnotation(CsvSource.class);
    assertThat(seeded.value())
        .extracting(line -> Rules.valueOf(line.substring(0, line.indexOf(','))))
        .containsExactly(Rules.values());
  }

  /** A rule about a package that does not exist would be green for ever. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "model",
        "document",
        "reconcile",
        "replica",
        "http",
        "jira",
        "linear",
        "store",
        "queue",
        "engine"
      })
  void theRoomThatRulesNameIsThere(String room) {
    assertThat(HOUSE).extracting(JavaClass::getPackageName).contains("tandem.sync." + room);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "okhttp3",
        "com.apollographql",
        "java.sql",
        "javax.sql",
        "org.flywaydb",
        "org.commonmark"
      })
  void theForeignPackageThatRulesNameIsUsed(String foreign) {
    assertThat(HOUSE)
        .flatExtracting(type -> type.getDirectDependenciesFromSelf())
        .anyMatch(used -> used.getTargetClass().getPackageName().startsWith(foreign));
  }
}
