package archfixture.sync.model;

import java.util.logging.Logger;

/** Breaks a rule on purpose: the model logs. */
public final class ModelThatLogs {
  Logger log = Logger.getAnonymousLogger();
}
