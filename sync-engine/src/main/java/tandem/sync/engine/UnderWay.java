package tandem.sync.engine;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tandem.sync.model.InstallationId;

/** How many links of each tenant are being worked on by this process. Safe for many threads. */
final class UnderWay {
  private final ConcurrentMap<InstallationId, Integer> links = new ConcurrentHashMap<>();

  int of(InstallationId installation) {
    return links.getOrDefault(installation, 0);
  }

  void begun(InstallationId installation) {
    links.merge(installation, 1, Integer::sum);
  }

  void ended(InstallationId installation) {
    links.computeIfPresent(installation, (tenant, count) -> count == 1 ? null : count - 1);
  }
}
