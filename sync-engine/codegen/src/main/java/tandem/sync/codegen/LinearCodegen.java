package tandem.sync.codegen;

import com.apollographql.apollo.compiler.ApolloCompiler;
import com.apollographql.apollo.compiler.CodegenOptions;
import com.apollographql.apollo.compiler.CodegenSchemaOptions;
import com.apollographql.apollo.compiler.GeneratedMethod;
import com.apollographql.apollo.compiler.InputFile;
import com.apollographql.apollo.compiler.IrOptions;
import com.apollographql.apollo.compiler.JavaNullable;
import com.apollographql.apollo.compiler.OptionsKt;
import com.apollographql.apollo.compiler.TargetLanguage;
import com.apollographql.apollo.compiler.codegen.SourceOutput;
import com.apollographql.apollo.compiler.codegen.SourceOutputKt;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the Apollo compiler on Linear's schema and our operations.
 *
 * <p>The compiler's own API is not binary stable, so its version is pinned in the root pom; this
 * class is the only one that knows it.
 */
public final class LinearCodegen {
  private static final String STRING_ADAPTER =
      "com.apollographql.apollo.api.Adapters.StringAdapter";

  /** Linear's scalars that we meet, the Java type of each, and what reads and writes it. */
  private static final Map<String, List<String>> SCALARS =
      Map.of(
          "DateTime",
          List.of("java.time.Instant", "tandem.sync.linear.InstantAdapter.INSTANCE"),
          "DateTimeOrDuration",
          List.of("java.lang.String", STRING_ADAPTER));

  private LinearCodegen() {}

  /**
   * Writes the Java sources of all operations.
   *
   * @param args schema file, folder of the operations, output folder, package of the output
   */
  public static void main(String[] args) throws IOException {
    File schema = new File(args[0]);
    SourceOutput sources =
        ApolloCompiler.INSTANCE.buildSchemaAndOperationsSources(
            List.of(new InputFile(schema, schema.getName())),
            documents(Path.of(args[1])),
            schemaOptions(),
            irOptions(),
            codegenOptions(args[3]),
            null,
            null,
            null,
            RawMaps::allow,
            null,
            null,
            null,
            null,
            null);
    SourceOutputKt.writeTo(sources, new File(args[2]), true, null);
  }

  private static List<InputFile> documents(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".graphql"))
          .sorted()
          .map(file -> new InputFile(file.toFile(), folder.relativize(file).toString()))
          .toList();
    }
  }

  private static CodegenSchemaOptions schemaOptions() {
    return new CodegenSchemaOptions(scalars(0), scalars(1), false);
  }

  private static Map<String, String> scalars(int column) {
    return SCALARS.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().get(column)));
  }

  private static IrOptions irOptions() {
    return OptionsKt.buildIrOptions(
        null, null, null, null, null, Set.of(), OptionsKt.MODELS_OPERATION_BASED, null, null, null);
  }

  private static CodegenOptions codegenOptions(String packageName) {
    return OptionsKt.buildCodegenOptions(
        TargetLanguage.JAVA,
        null,
        null,
        List.of(GeneratedMethod.EQUALS_HASH_CODE, GeneratedMethod.TO_STRING),
        null,
        /* generateSchema */ false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        /* generateModelBuilders */ true,
        null,
        /* generatePrimitiveTypes */ true,
        JavaNullable.JAVA_OPTIONAL,
        null,
        null,
        packageName,
        null);
  }
}
