package tandem.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/**
 * What goes wrong with one webhook delivery. In JSON the kind is a property, as in {@link Fault}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HookFault.Lost.class, name = "lost"),
  @JsonSubTypes.Type(value = HookFault.Doubled.class, name = "doubled"),
  @JsonSubTypes.Type(value = HookFault.Late.class, name = "late"),
  @JsonSubTypes.Type(value = HookFault.Reordered.class, name = "reordered")
})
public sealed interface HookFault {
  /** Never delivered, and never retried: the service believes that it was. */
  record Lost() implements HookFault {}

  /** Delivered twice, with the same identifier. */
  record Doubled() implements HookFault {}

  /** Delivered this much later. */
  record Late(Duration by) implements HookFault {}

  /** Held back until the next delivery has gone out, or for one second if there is none. */
  record Reordered() implements HookFault {}
}
