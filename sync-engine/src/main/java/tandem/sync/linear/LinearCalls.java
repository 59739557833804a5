package tandem.sync.linear;

import com.apollographql.apollo.api.ApolloResponse;
import com.apollographql.apollo.api.CustomScalarAdapters;
import com.apollographql.apollo.api.Mutation;
import com.apollographql.apollo.api.Operation;
import com.apollographql.apollo.api.Operations;
import com.apollographql.apollo.api.json.BufferedSinkJsonWriter;
import com.apollographql.apollo.api.json.BufferedSourceJsonReader;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;
import tandem.sync.http.Answer;
import tandem.sync.http.Effect;
import tandem.sync.http.JsonBody;
import tandem.sync.linear.LinearReply.Refusal;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** Sends generated operations to one workspace. */
final class LinearCalls {
  private final HttpUrl api;
  private final LinearAuthorization authorization;
  private final LinearHttp http;

  LinearCalls(URI api, LinearAuthorization authorization, LinearHttp http) {
    HttpUrl url = HttpUrl.get(api);
    if (url == null) {
      throw new IllegalArgumentException("Linear's API has an absolute http or https address");
    }
    this.api = url;
    this.authorization = authorization;
    this.http = http;
  }

  /**
   * Sends an operation. When Linear does not accept the grant, nothing was done: the grant is
   * refreshed and the operation sent once more.
   */
  <D extends Operation.Data> Outcome<LinearReply<D>> execute(Operation<D> operation) {
    return authorization.header().then(header -> execute(operation, header));
  }

  /** {@link #execute} for whom a refusal is a failure like any other. */
  <D extends Operation.Data> Outcome<D> data(Operation<D> operation) {
    return execute(operation)
        .then(reply ->
            switch (reply) {
              case LinearReply.Data<D>(var data) -> new Outcome.Done<>(data);
              case LinearReply.Refused<D> refused -> refused.asFailure();
            });
  }

  private <D extends Operation.Data> Outcome<LinearReply<D>> execute(
      Operation<D> operation, String header) {
    return send(operation, header)
        .then(reply ->
            isUnauthenticated(reply)
                ? authorization
                    .afterRefusal(header)
                    .then(fresh -> send(operation, fresh))
                    .then(LinearCalls::accepted)
                : new Outcome.Done<>(reply));
  }

  private static <D> Outcome<LinearReply<D>> accepted(LinearReply<D> reply) {
    return isUnauthenticated(reply)
        ? new Outcome.Failed<>(
            new RemoteFailure.AccessGone(
                "Linear does not accept the connection any more; an admin has to connect it again"))
        : new Outcome.Done<>(reply);
  }

  private static boolean isUnauthenticated(LinearReply<?> reply) {
    return reply instanceof LinearReply.Refused<?> refused
        && refused.refusal() == Refusal.UNAUTHENTICATED;
  }

  private <D extends Operation.Data> Outcome<LinearReply<D>> send(
      Operation<D> operation, String header) {
    Effect effect = operation instanceof Mutation ? Effect.WRITE : Effect.READ;
    Request request =
        new Request.Builder()
            .url(api)
            .header("Authorization", header)
            .header("Accept", "application/json")
            .post(body(operation, effect))
            .build();
    return http.http().call(request, effect, answer -> read(operation, effect, answer));
  }

  private static <D extends Operation.Data> JsonBody body(Operation<D> operation, Effect effect) {
    Buffer json = new Buffer();
    Operations.composeJsonRequest(
        operation, new BufferedSinkJsonWriter(json), CustomScalarAdapters.Empty);
    return new JsonBody(json.readByteString(), effect);
  }

  private <D extends Operation.Data> Outcome<LinearReply<D>> read(
      Operation<D> operation, Effect effect, Answer answer) {
    LinearErrors errors = new LinearErrors(answer, effect, http.clock().instant());
    ApolloResponse<D> response =
        Operations.parseResponse(
            operation,
            new BufferedSourceJsonReader(new Buffer().write(answer.body())),
            null,
            CustomScalarAdapters.Empty);
    if (response.errors != null && !response.errors.isEmpty()) {
      return errors.read(response.errors);
    }
    return answer.isSuccess() && response.data != null
        ? new Outcome.Done<>(new LinearReply.Data<>(response.data))
        : errors.byStatus();
  }
}
