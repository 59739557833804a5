package tandem.sandbox.linear.graphql;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorHelper;
import graphql.ParseAndValidateResult;
import graphql.execution.RawVariables;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.access.Caller;
import tandem.sandbox.linear.access.Standing;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Rows;

/**
 * Executes GraphQL over the workspace. Order of the checks: syntax and validation (status 400),
 * price (400), what is left of the caller's hour, execution (status 200, also with errors in it, as
 * Linear answers what is not found).
 */
public final class GraphqlApi {
  private final Premises premises;
  private final GraphQLSchema schema = LinearSchema.shared();
  private final Documents documents = new Documents(schema);
  private final GraphQL graphql =
      GraphQL.newGraphQL(schema)
          .defaultDataFetcherExceptionHandler(new Refusals())
          .preparsedDocumentProvider(documents)
          .build();
  private final AtomicLong invalid = new AtomicLong();

  public GraphqlApi(Premises premises) {
    this.premises = premises;
  }

  /** How many requests were refused because they do not fit the schema. */
  public long validationErrors() {
    return invalid.get();
  }

  /**
   * Executes one request.
   *
   * @param charge takes the price in points off the caller's hour, or refuses by a {@link
   *     LinearError}
   */
  public Answer execute(Asked asked, Caller caller, IntFunction<Standing> charge) {
    ExecutionInput input = input(asked);
    ParseAndValidateResult parsed = documents.check(input);
    if (parsed.isFailure()) {
      invalid.incrementAndGet();
      return malformed(parsed.getErrors());
    }
    Document document = Objects.requireNonNull(parsed.getDocument());
    int price = price(document, asked);
    if (price > Complexity.MOST) {
      return Answer.refused(
          400,
          LinearError.invalid(
              "Query too complex: " + price + " points, the most is " + Complexity.MOST));
    }
    Standing standing = charge.apply(price);
    Function<Rows, Answer> work =
        rows -> run(input, new Invocation(premises, rows, caller, standing));
    return mutates(document) ? premises.workspace().alone(work) : premises.workspace().read(work);
  }

  @SuppressWarnings("NullAway") // variables may hold null, which graphql-java does not say
  private static ExecutionInput input(Asked asked) {
    return ExecutionInput.newExecutionInput()
        .query(asked.query())
        .operationName(asked.operationName().orElse(null))
        .variables(asked.variables())
        .build();
  }

  @SuppressWarnings("NullAway") // as in input
  private int price(Document document, Asked asked) {
    var operation =
        ExecutableNormalizedOperationFactory.createExecutableNormalizedOperationWithRawVariables(
            schema,
            document,
            asked.operationName().orElse(null),
            RawVariables.of(asked.variables()));
    return new Complexity(schema).of(operation);
  }

  private Answer run(ExecutionInput input, Invocation invocation) {
    input.getGraphQLContext().put(Invocation.class, invocation);
    ExecutionResult result = graphql.execute(input);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    if (!result.getErrors().isEmpty()) {
      body.put("errors", result.getErrors().stream().map(GraphqlApi::entry).toList());
    }
    body.put("data", result.getData());
    return new Answer(200, body, invocation.standing().complexity());
  }

  private static Answer malformed(List<GraphQLError> errors) {
    List<Object> entries = new ArrayList<>();
    errors.forEach(error -> entries.add(entry(error)));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("errors", entries);
    return new Answer(400, body, 0);
  }

  private static Map<String, Object> entry(GraphQLError error) {
    Map<String, Object> entry = new LinkedHashMap<>(GraphqlErrorHelper.toSpecification(error));
    if (!(error instanceof Refusals.Refused)) {
      LinearError plain =
          error.getErrorType() == ErrorType.DataFetchingException
              ? LinearError.internal(String.valueOf(error.getMessage()))
              : LinearError.graphql(String.valueOf(error.getMessage()));
      entry.put("extensions", plain.extensions());
    }
    return entry;
  }

  private static boolean mutates(Document document) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .anyMatch(each -> each.getOperation() == OperationDefinition.Operation.MUTATION);
  }
}
