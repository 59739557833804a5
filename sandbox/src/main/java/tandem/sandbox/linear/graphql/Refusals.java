package tandem.sandbox.linear.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tandem.sandbox.linear.error.LinearError;

/** Turns what resolvers refuse into GraphQL errors with Linear's extensions. */
final class Refusals implements DataFetcherExceptionHandler {
  private final DataFetcherExceptionHandler unexpected = new SimpleDataFetcherExceptionHandler();

  /** A refusal at its place in the query. */
  record Refused(LinearError error, List<Object> path, List<SourceLocation> locations)
      implements GraphQLError {
    @Override
    public String getMessage() {
      return String.valueOf(error.getMessage());
    }

    @Override
    public List<SourceLocation> getLocations() {
      return locations;
    }

    @Override
    public List<Object> getPath() {
      return path;
    }

    @Override
    public ErrorClassification getErrorType() {
      return ErrorType.DataFetchingException;
    }

    @Override
    public Map<String, Object> getExtensions() {
      return error.extensions();
    }
  }

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters parameters) {
    if (parameters.getException() instanceof LinearError error) {
      GraphQLError refused =
          new Refused(
              error, parameters.getPath().toList(), List.of(parameters.getSourceLocation()));
      return CompletableFuture.completedFuture(
          DataFetcherExceptionHandlerResult.newResult(refused).build());
    }
    return unexpected.handleException(parameters);
  }
}
