package tandem.app.webhook;

import tandem.sync.model.InstallationId;

/** Tells that links of a tenant became due. A hint: losing it costs about a second. */
@FunctionalInterface
public interface Wake {
  void up(InstallationId tenant);
}
