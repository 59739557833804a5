package tandem.sync.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.store.LinkState;
import tandem.sync.store.Partings;

/**
 * What a backfill and the turns after it would do, without doing it: reads the trackers as they are
 * now and writes nothing, neither there nor here. One page at a time, two remote calls each,
 * nothing is kept between the pages; so a person may look before anything is linked at all. No
 * listing shows decisions: they are asked for pair by pair. An edit after it changes what comes.
 */
public final class DryRun {
  private final Durable durable;
  private final Partings partings;
  private final Replicas replicas;
  private final Twins twins;

  public DryRun(Durable durable, Partings partings, Replicas replicas, Twins twins) {
    this.durable = durable;
    this.partings = partings;
    this.replicas = replicas;
    this.twins = twins;
  }

  /** What is forecast: a mapping of a tenant, from this place of the right side's listing on. */
  public record Scope(InstallationId installation, MappingId mapping, Cursor from) {}

  /** The pairs of one page of the right side. Fails as {@code Replica} does. */
  public Outcome<Forecast> page(Scope scope) {
    return switch (replicas.open(scope.mapping())) {
      case Opened.Paused(String why) -> new Outcome.Failed<>(new RemoteFailure.AccessGone(why));
      case Opened.Ready ready ->
          ready
              .right()
              .changedSince(Instant.EPOCH, scope.from())
              .then(page -> forecast(scope, ready, page));
    };
  }

  /**
   * What would become of the decisions of a pair that a page told of. One remote call for each side
   * of which the page did not tell that it has none. Fails as {@code Replica} does.
   */
  public Outcome<List<Outlook>> decisions(Scope scope, Forecast.Pair pair) {
    return switch (replicas.open(scope.mapping())) {
      case Opened.Paused(String why) -> new Outcome.Failed<>(new RemoteFailure.AccessGone(why));
      case Opened.Ready ready -> decisions(ready, pair);
    };
  }

  private Outcome<List<Outlook>> decisions(Opened.Ready ready, Forecast.Pair pair) {
    DecisionProspect prospect =
        DecisionProspect.of(durable, pair.link().flatMap(durable.links()::find));
    Set<DecisionId> known = new TreeSet<>(prospect.known());
    return log(ready.left(), pair.left(), known)
        .then(left -> {
          known.addAll(left.decisions().keySet());
          return log(ready.right(), pair.right(), known)
              .then(right ->
                  new Outcome.Done<>(prospect.given(left, right, ready.rules().decisions())));
        });
  }

  /** An issue that is gone since the page has none. */
  private static Outcome<DecisionLog> log(
      Replica side, Observation.Present listed, Set<DecisionId> known) {
    return listed
        .log()
        .<Outcome<DecisionLog>>map(Outcome.Done::new)
        .orElseGet(
            () -> side.read(listed.issue(), known).then(seen -> new Outcome.Done<>(logOf(seen))));
  }

  private static DecisionLog logOf(Observation seen) {
    return switch (seen) {
      case Observation.Present present -> present.log().orElse(DecisionLog.EMPTY);
      case Observation.Gone gone -> DecisionLog.EMPTY;
    };
  }

  /** A right issue and what says which left issue is its twin: a link, or a key that it names. */
  private record Candidate(Observation.Present right, Optional<LinkState> link, String left) {}

  private Outcome<Forecast> forecast(Scope scope, Opened.Ready ready, Page<Listed> page) {
    List<Candidate> candidates = new ArrayList<>();
    for (Listed listed : page.items()) {
      candidates.addAll(candidates(scope, listed));
    }
    List<String> wanted = candidates.stream().map(Candidate::left).distinct().toList();
    Outcome<List<Observation.Present>> lefts =
        wanted.isEmpty() ? new Outcome.Done<>(List.of()) : ready.left().readAll(wanted);
    return lefts.then(found ->
        new Outcome.Done<>(
            new Forecast(
                pairs(scope, ready, candidates, byName(found)), page.items().size(), page.next())));
  }

  private List<Candidate> candidates(Scope scope, Listed listed) {
    Observation.Present right = listed.issue();
    Optional<LinkState> link =
        durable
            .links()
            .linkOf(scope.installation(), Side.RIGHT, right.issue())
            .flatMap(durable.links()::find);
    if (link.isPresent()) {
      return List.of(new Candidate(right, link, link.get().left().issue().value()));
    }
    return listed.twinHints().stream()
        .flatMap(hint -> twins.leftKey(scope.mapping(), hint).stream())
        .sorted()
        .distinct()
        .map(key -> new Candidate(right, Optional.empty(), key))
        .toList();
  }

  private static Map<String, Observation.Present> byName(List<Observation.Present> found) {
    Map<String, Observation.Present> byName = new LinkedHashMap<>();
    for (Observation.Present issue : found) {
      byName.put(issue.key(), issue);
      byName.put(issue.issue().value(), issue);
    }
    return byName;
  }

  /** An issue gets one twin; whoever comes first in the listing has it. */
  private List<Forecast.Pair> pairs(
      Scope scope,
      Opened.Ready ready,
      List<Candidate> candidates,
      Map<String, Observation.Present> lefts) {
    Map<Observation.Present, Forecast.Pair> pairs = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      Observation.Present left = lefts.get(candidate.left());
      if (left != null && isFree(scope, candidate, left) && !isPaired(pairs, candidate, left)) {
        pairs.put(candidate.right(), pair(ready, candidate, left));
      }
    }
    return List.copyOf(pairs.values());
  }

  private static boolean isPaired(
      Map<Observation.Present, Forecast.Pair> pairs,
      Candidate candidate,
      Observation.Present left) {
    return pairs.containsKey(candidate.right())
        || pairs.values().stream().anyMatch(pair -> pair.left().issue().equals(left.issue()));
  }

  private boolean isFree(Scope scope, Candidate candidate, Observation.Present left) {
    Optional<LinkId> linked = durable.links().linkOf(scope.installation(), Side.LEFT, left.issue());
    return linked.equals(candidate.link().map(LinkState::id))
        && !partings.areParted(scope.installation(), left.issue(), candidate.right().issue());
  }

  private static Forecast.Pair pair(
      Opened.Ready ready, Candidate candidate, Observation.Present left) {
    return new Forecast.Pair(
        candidate.link().map(LinkState::id),
        left,
        candidate.right(),
        Prospect.of(candidate.link(), ready.rules(), left, candidate.right()));
  }
}
