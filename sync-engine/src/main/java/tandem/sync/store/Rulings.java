package tandem.sync.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import tandem.sync.model.LinkId;
import tandem.sync.model.Ruling;

/**
 * What people ruled about links. Every call joins the caller's {@link Transactions} or is one by
 * itself. A link has one open ruling at most.
 *
 * <p>Every implementation passes {@code RulingsContract}.
 */
public interface Rulings {
  /** Nobody rules. */
  Rulings NONE =
      new Rulings() {
        @Override
        public void give(LinkId link, Ruling ruling, Author author) {
          throw new UnsupportedOperationException("nobody rules here");
        }

        @Override
        public Optional<Given> open(LinkId link) {
          return Optional.empty();
        }

        @Override
        public void end(long ruling, Ending ending, Instant now) {
          throw new UnsupportedOperationException("nobody rules here");
        }
      };

  /** An open ruling. */
  record Given(long id, Ruling ruling) {}

  /**
   * Who gave it.
   *
   * @param accountId the person; not parsed
   * @param receipt the receipt that it undoes
   */
  record Author(String accountId, OptionalLong receipt) {}

  /** What became of a ruling. */
  enum Ending {
    /** Both sides hold what was ruled. */
    DONE,
    /** Somebody edited a side since; nothing more is done for it. */
    LAPSED,
    /** A newer ruling took its place. */
    REPLACED
  }

  /** Keeps a ruling; it takes the place of the link's open one. */
  void give(LinkId link, Ruling ruling, Author author);

  Optional<Given> open(LinkId link);

  /** Ends a ruling; one that has ended stays as it was. */
  void end(long ruling, Ending ending, Instant now);
}
