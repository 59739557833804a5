package tandem.sync.engine;

import java.util.List;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.replica.Observation;
import tandem.sync.store.Enrolment;
import tandem.sync.store.LinkStore.Ends;

/**
 * Links two issues that were both just observed, and makes the link dirty. One transaction. Events
 * about decisions went nowhere until now, so what the looks said of those is not kept: both sides
 * are read.
 */
final class Joining {
  private final Durable durable;
  private final InstallationId installation;
  private final MappingId mapping;

  Joining(Durable durable, InstallationId installation, MappingId mapping) {
    this.durable = durable;
    this.installation = installation;
    this.mapping = mapping;
  }

  Enrolment join(Observation.Present left, Observation.Present right) {
    var ends = new Ends(left.issue(), left.key(), right.issue(), right.key());
    return durable
        .transactions()
        .within(() -> {
          Enrolment enrolment =
              durable.links().link(installation, mapping, ends, durable.clock().instant());
          if (enrolment instanceof Enrolment.Created(LinkId link)) {
            keep(link, Side.LEFT, left);
            keep(link, Side.RIGHT, right);
            durable.queue().markDirty(installation, List.of(link), durable.clock().instant());
          }
          return enrolment;
        });
  }

  private void keep(LinkId link, Side side, Observation.Present issue) {
    boolean unused =
        durable.links().observed(link, side, issue.key(), issue.snapshot())
            && new Sightings(durable).areNews(link, side, issue.withoutLog());
    durable.links().seen(link, side, 1);
  }
}
