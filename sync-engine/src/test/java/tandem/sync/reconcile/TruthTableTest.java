package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.ReflectionSupport.findAllClassesInPackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table in docs, the rows in code and the tests that carry their ids are the same set. */
class TruthTableTest {
  private static final Path TABLE = Path.of("..", "docs", "reconcile.md");
  private static final List<String> ROOMS =
      List.of("reconcile", "queue", "engine", "document", "http", "jira", "linear");
  private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]\\d\\d) \\|", Pattern.MULTILINE);

  @Test
  void everyRowHasATestAndEveryTestNamesARow() throws IOException {
    assertThat(testedRows()).isEqualTo(documentedRows());
  }

  @Test
  void theMergesRowsInCodeAreTheOnesInTheTable() throws IOException {
    Set<String> inCode =
        Stream.concat(Arrays.stream(Row.values()), Arrays.stream(DecisionRow.values()))
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> inTable = documentedRows();
    inTable.removeIf(id -> !"RDT".contains(id.substring(0, 1)));
    assertThat(inCode).isEqualTo(inTable);
  }

  private static Set<String> documentedRows() throws IOException {
    return ROW.matcher(Files.readString(TABLE))
        .results()
        .map((MatchResult row) -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> testedRows() {
    return ROOMS.stream()
        .flatMap(room ->
            findAllClassesInPackage("tandem.sync." + room, type -> true, name -> true).stream())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Tag.class)))
        .map(Tag::value)
        .filter(id -> id.matches("[A-Z]\\d\\d"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
