package tandem.sync.store;

import tandem.sync.model.LinkId;

/** What came of linking two issues. An issue has one link at most. */
public sealed interface Enrolment {
  /** The link is new; both sides are stale until they are observed. */
  record Created(LinkId link) implements Enrolment {}

  /** Just these two were linked already. */
  record Known(LinkId link) implements Enrolment {}

  /** One of the two is linked to a third; nothing was changed. */
  record Taken() implements Enrolment {}
}
