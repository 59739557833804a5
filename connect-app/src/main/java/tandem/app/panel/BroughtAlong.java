package tandem.app.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.app.lifecycle.Caller;

/**
 * What a page brings its script along, so that nothing has to be asked before something can be
 * shown.
 *
 * @param place where the page stands, by the token that it was asked for with; null where that does
 *     not say so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BroughtAlong(@Nullable Place place, List<Answer> answers) {

  /** In the shape in which Connect's client would tell it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Place(Caller.@Nullable Named issue, Caller.Named project) {}

  /** What a GET of the path would answer at this moment. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(String path, @Nullable String etag, Object body) {}

  static BroughtAlong of(Caller caller, List<Answer> answers) {
    return new BroughtAlong(
        caller.project().map(it -> new Place(caller.issue().orElse(null), it)).orElse(null),
        List.copyOf(answers));
  }
}
