package tandem.app.panel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Caller;

/**
 * Asks the API, for a person whose page is on its way, what the page's script would ask first. It
 * is the API's own answer, with all of its checks. Where there is none soon, the page goes without:
 * its script asks then, and says what is wrong.
 */
@Component
class FirstLook {
  private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST_CHARACTERS = 512 << 10;

  private final ExecutorService background;
  private final ObjectMapper json;

  FirstLook(ExecutorService background, ObjectMapper json) {
    this.background = background;
    this.json = json;
  }

  /** A GET of the API's, below the address of the caller's issue. */
  interface Get {
    ResponseEntity<?> answer(Caller caller, String issueId);
  }

  /**
   * One question.
   *
   * @param what the last part of its address, for instance {@code acceptance}
   */
  record Question(String what, Get get) {}

  /**
   * Begins to ask; gives how to wait, not for long, for the block that brings the answers along.
   */
  Callable<String> begin(Caller caller, List<Question> questions) {
    Future<List<BroughtAlong.Answer>> asked = background.submit(() -> all(caller, questions));
    return () -> block(BroughtAlong.of(caller, soon(asked)));
  }

  private static List<BroughtAlong.Answer> all(Caller caller, List<Question> questions) {
    return caller.issue().stream()
        .flatMap(issue -> questions.stream().flatMap(it -> ask(caller, issue.id(), it).stream()))
        .toList();
  }

  private static Optional<BroughtAlong.Answer> ask(
      Caller caller, String issueId, Question question) {
    String path = "/api/panel/issues/" + issueId + "/" + question.what();
    try {
      ResponseEntity<?> answer = question.get().answer(caller, issueId);
      return Optional.ofNullable(answer.getBody())
          .map(body -> new BroughtAlong.Answer(path, answer.getHeaders().getETag(), body));
    } catch (RuntimeException refused) {
      LOG.debug("A page goes without an answer, which its script asks for", refused);
      return Optional.empty();
    }
  }

  private static List<BroughtAlong.Answer> soon(Future<List<BroughtAlong.Answer>> asked)
      throws InterruptedException {
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException none) {
      LOG.debug("A page goes without answers, which its script asks for", none);
      return List.of();
    }
  }

  private String block(BroughtAlong brought) throws JsonProcessingException {
    String all = json.writeValueAsString(brought);
    return all.length() > MOST_CHARACTERS ? "" : DataBlock.of(all);
  }
}
