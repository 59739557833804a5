package tandem.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxOptionsTest {
  @Test
  void withoutWordsItTakesTheUsualPortsAndKeepsNothing() {
    var options = SandboxOptions.parse(List.of());

    assertThat(options.ports()).isEqualTo(new SandboxOptions.Ports(8090, 8091));
    assertThat(options.app()).isEmpty();
    assertThat(options.state()).isEmpty();
  }

  @Test
  void everyOptionIsTakenInAnyOrder() {
    var options =
        SandboxOptions.parse(
            List.of("--seed", "7", "--app", "http://localhost:9000/", "--state", "a/b"));

    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.app()).contains(URI.create("http://localhost:9000"));
    assertThat(options.state()).contains(Path.of("a/b"));
  }

  @ParameterizedTest
  @CsvSource({
    "--jira-port, 70000, between 0 and 65535",
    "--linear-port, eight, must be a number",
    "--app, localhost, must be the app's base URL",
    "--colour, red, does not understand"
  })
  void aWrongValueIsNamedInOneSentence(String name, String value, String said) {
    assertThatThrownBy(() -> SandboxOptions.parse(List.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said)
        .hasMessageEndingWith(".");
  }
}
