package tandem.sandbox.linear.graphql;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Parsed and validated queries by their text: clients send the same few again and again. Keeps the
 * last {@value #MOST}. Safe for use by many threads.
 */
final class Documents implements PreparsedDocumentProvider {
  private static final int MOST = 500;

  private final GraphQLSchema schema;
  private final Map<String, ParseAndValidateResult> results =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ParseAndValidateResult> eldest) {
          return size() > MOST;
        }
      };

  Documents(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** The query's document, or the errors that make it none. */
  synchronized ParseAndValidateResult check(ExecutionInput input) {
    ParseAndValidateResult known = results.get(input.getQuery());
    if (known != null) {
      return known;
    }
    ParseAndValidateResult fresh = ParseAndValidate.parseAndValidate(schema, input);
    results.put(input.getQuery(), fresh);
    return fresh;
  }

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
    ParseAndValidateResult result = check(input);
    return CompletableFuture.completedFuture(
        result.isFailure()
            ? new PreparsedDocumentEntry(result.getErrors())
            : new PreparsedDocumentEntry(Objects.requireNonNull(result.getDocument())));
  }
}
