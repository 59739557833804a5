package tandem.sync.simulation;

/** What a call may suffer. */
enum Trouble {
  NONE,
  /** Refused before anything happened, with a time to come back at. */
  RATE_LIMITED,
  /** It broke before it had an effect. */
  LOST_BEFORE,
  /** It broke after it had its effect. */
  LOST_AFTER,
  /** It broke, and has its effect a little later. A read just breaks. */
  APPLIED_LATE,
  REJECTED,
  ACCESS_GONE,
  /** Answered as if all were well, but nothing happened. */
  NO_EFFECT
}
