package tandem.sandbox.http;

/**
 * Answers one call. May throw a {@link Refusal}; any other exception becomes a 500 that says so and
 * is printed, because it is a fault of the sandbox.
 */
@FunctionalInterface
public interface Operation {
  Reply on(Call call);
}
