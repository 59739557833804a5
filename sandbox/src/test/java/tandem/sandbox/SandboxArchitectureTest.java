package tandem.sandbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SandboxArchitectureTest {
  private static final JavaClasses SANDBOX =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("tandem.sandbox");
  private static final JavaClasses VIOLATIONS =
      new ClassFileImporter().importPackages("tandem.archfixture");

  static List<ArchRule> rules() {
    return SandboxArchitecture.of("tandem.sandbox");
  }

  static List<ArchRule> rulesOfTheFixture() {
    return SandboxArchitecture.of("tandem.archfixture");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theSandboxKeepsItsRules(ArchRule rule) {
    rule.check(SANDBOX);
  }

  /** The fixture breaks every rule once; a rule that stays silent there guards nothing. */
  @ParameterizedTest
  @MethodSource("rulesOfTheFixture")
  void everyRuleFiresOnItsSeededViolation(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(VIOLATIONS)).isInstanceOf(AssertionError.class);
  }
}
