package tandem.sandbox.jira.jql;

import java.util.List;

/** A condition on an issue. */
sealed interface Clause {
  record And(Clause left, Clause right) implements Clause {}

  record Or(Clause left, Clause right) implements Clause {}

  record Not(Clause clause) implements Clause {}

  /** For instance {@code labels not in (a, b)}. */
  record Term(String field, Operator operator, List<Operand> operands) implements Clause {}

  /** What a field is compared with. */
  sealed interface Operand {
    record Text(String text) implements Operand {}

    record Empty() implements Operand {}

    record Function(String name) implements Operand {}
  }

  enum Operator {
    EQUALS,
    NOT_EQUALS,
    IN,
    NOT_IN,
    CONTAINS,
    CONTAINS_NOT,
    IS,
    IS_NOT,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /** Whether a match means that the value is not among the operands. */
    boolean negative() {
      return this == NOT_EQUALS || this == NOT_IN || this == CONTAINS_NOT || this == IS_NOT;
    }
  }
}
