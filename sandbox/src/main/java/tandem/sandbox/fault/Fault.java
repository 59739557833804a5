package tandem.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/**
 * What goes wrong with one request. "Before" means that nothing was applied, "after" that the
 * operation was applied and only its answer is lost or replaced: the client cannot tell them apart.
 * In JSON the kind is a property: {@code {"kind": "errorAfter", "status": 502}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Fault.RateLimited.class, name = "rateLimited"),
  @JsonSubTypes.Type(value = Fault.ErrorBefore.class, name = "errorBefore"),
  @JsonSubTypes.Type(value = Fault.ErrorAfter.class, name = "errorAfter"),
  @JsonSubTypes.Type(value = Fault.Stall.class, name = "stall"),
  @JsonSubTypes.Type(value = Fault.ResetBefore.class, name = "resetBefore"),
  @JsonSubTypes.Type(value = Fault.ResetAfter.class, name = "resetAfter")
})
public sealed interface Fault {
  /** Refused with the service's own rate-limit answer for this reason; nothing is applied. */
  record RateLimited(String reason) implements Fault {}

  /** An error answer instead of the operation. */
  record ErrorBefore(int status) implements Fault {}

  /** The operation is applied, then an error is answered. */
  record ErrorAfter(int status) implements Fault {}

  /** The operation is applied after this long (or when the server closes), then answered. */
  record Stall(Duration by) implements Fault {}

  /** The connection is reset (TCP RST) before anything is applied. */
  record ResetBefore() implements Fault {}

  /** The operation is applied, then the connection is reset without an answer. */
  record ResetAfter() implements Fault {}
}
