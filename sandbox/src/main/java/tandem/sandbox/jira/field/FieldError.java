package tandem.sandbox.jira.field;

/** A value that a field does not take; the message is for the field's entry in {@code errors}. */
public final class FieldError extends RuntimeException {
  private final String field;

  public FieldError(String field, String message) {
    super(message, null, false, false);
    this.field = field;
  }

  public String field() {
    return field;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
