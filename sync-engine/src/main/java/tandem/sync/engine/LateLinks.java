package tandem.sync.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Replica;
import tandem.sync.store.DriftLog.Place;
import tandem.sync.store.Enrolment;
import tandem.sync.store.Partings;

/** Links right issues that name a twin and were not linked yet, as a sweep comes across them. */
final class LateLinks {
  private final Durable durable;
  private final Partings partings;
  private final Twins twins;
  private final InstallationId installation;
  private final MappingId mapping;

  LateLinks(Durable durable, Partings partings, Twins twins, Place place) {
    this.durable = durable;
    this.partings = partings;
    this.twins = twins;
    this.installation = place.installation();
    this.mapping = place.mapping();
  }

  /**
   * One remote call where some issue of the page names a twin, else none.
   *
   * @param left where the twins are
   * @return how many links were made
   */
  Outcome<Integer> of(List<Listed> rights, Replica left) {
    Map<String, Observation.Present> wanted = new LinkedHashMap<>();
    for (Listed listed : rights) {
      if (durable.links().linkOf(installation, Side.RIGHT, listed.issue().issue()).isEmpty()) {
        listed.twinHints().stream()
            .flatMap(hint -> twins.leftKey(mapping, hint).stream())
            .sorted()
            .findFirst()
            .ifPresent(key -> wanted.putIfAbsent(key, listed.issue()));
      }
    }
    return wanted.isEmpty()
        ? new Outcome.Done<>(0)
        : left.readAll(wanted.keySet()).then(found -> new Outcome.Done<>(joined(wanted, found)));
  }

  private int joined(Map<String, Observation.Present> wanted, List<Observation.Present> lefts) {
    var joining = new Joining(durable, installation, mapping);
    int made = 0;
    for (Observation.Present left : lefts) {
      Observation.Present right = wanted.get(left.key());
      if (right != null && isJoined(joining, left, right)) {
        made++;
      }
    }
    return made;
  }

  private boolean isJoined(Joining joining, Observation.Present left, Observation.Present right) {
    return !partings.areParted(installation, left.issue(), right.issue())
        && joining.join(left, right) instanceof Enrolment.Created;
  }
}
