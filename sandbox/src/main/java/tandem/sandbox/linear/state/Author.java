package tandem.sandbox.linear.state;

import java.util.Optional;

/**
 * Who makes a change: a person, or an application that acts in its own name ({@code actor=app}).
 *
 * @param userId the person, or the user row that stands for the application
 * @param applicationId the application, when it acts in its own name
 */
public record Author(String userId, Optional<String> applicationId) {
  /** Nobody in particular: the service itself. */
  public static final Author NOBODY = person("");

  public static Author person(String userId) {
    return new Author(userId, Optional.empty());
  }
}
