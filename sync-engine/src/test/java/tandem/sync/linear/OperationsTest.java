package tandem.sync.linear;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.MultiSourceReader;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed operations against the committed schema: valid, and within their budget. */
class OperationsTest {
  private static final Path FOLDER = Path.of("src/main/graphql");

  /** Points of each operation; Linear refuses more than 10,000 and grants some millions an hour. */
  private static final Map<String, Integer> POINTS =
      Map.ofEntries(
          Map.entry("ReadIssue", 3),
          Map.entry("RetagIssue", 4),
          Map.entry("BudgetIssues", 172),
          Map.entry("ChangedIssues", 1_262),
          Map.entry("TeamSize", 2),
          Map.entry("DraftOfIssue", 2),
          Map.entry("CreateTwin", 4),
          Map.entry("AttachTwin", 2),
          Map.entry("NamedIssues", 270),
          Map.entry("CurrentOrganization", 2),
          Map.entry("ListTeams", 132),
          Map.entry("ListWebhooks", 62),
          Map.entry("EnableWebhook", 2),
          Map.entry("ListLabels", 352),
          Map.entry("ReadLabel", 2),
          Map.entry("CreateLabelGroup", 5),
          Map.entry("CreateLabel", 5),
          Map.entry("ReadIssueWithDocuments", 97),
          Map.entry("MoreDocuments", 83),
          Map.entry("WrittenSince", 377),
          Map.entry("ReadDocument", 3),
          Map.entry("CreateDocument", 3),
          Map.entry("UpdateDocument", 3),
          Map.entry("RestoreDocument", 3),
          Map.entry("DeleteDocument", 2));

  private static GraphQLSchema schema;
  private static Document operations;

  @BeforeAll
  static void parse() throws IOException {
    TypeDefinitionRegistry types =
        new SchemaParser()
            .parse(
                Files.newBufferedReader(FOLDER.resolve("schema.graphqls")),
                ParserOptions.getDefaultParserOptions()
                    .transform(options -> options.maxCharacters(10_000_000).maxTokens(5_000_000)));
    schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(types);
    operations = new Parser().parseDocument(source());
  }

  private static ParserEnvironment source() throws IOException {
    var reader = MultiSourceReader.newMultiSourceReader();
    for (Path file : files()) {
      reader.string(Files.readString(file), file.getFileName().toString());
    }
    return ParserEnvironment.newParserEnvironment().document(reader.build()).build();
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.list(FOLDER.resolve("operations"))) {
      return new ArrayList<>(files.sorted().toList());
    }
  }

  @Test
  void everyOperationIsValid() {
    assertThat(new Validator().validateDocument(schema, operations, Locale.ROOT)).isEmpty();
  }

  @Test
  void everyOperationCostsWhatIsStated() {
    OperationCost cost = new OperationCost(schema, operations);

    assertThat(
            operations.getDefinitionsOfType(OperationDefinition.class).stream()
                .collect(
                    Collectors.toMap(
                        OperationDefinition::getName,
                        operation -> (int) Math.ceil(cost.of(operation)))))
        .isEqualTo(POINTS);
  }

  @Test
  void aListThatNamesNoPageSizeIsChargedForFifty() {
    Document greedy = new Parser().parseDocument("query Greedy { teams { nodes { id key } } }");

    assertThat(
            new OperationCost(schema, greedy)
                .of(greedy.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow()))
        .isEqualTo(50 * 1.2);
  }

  @Test
  void noOperationReplacesTheWholeSetOfLabels() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContain("labelIds:");
    }
  }
}
