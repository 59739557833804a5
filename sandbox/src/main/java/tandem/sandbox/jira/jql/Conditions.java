package tandem.sandbox.jira.jql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tandem.sandbox.jira.jql.Clause.Operand;
import tandem.sandbox.jira.jql.Clause.Operator;
import tandem.sandbox.jira.jql.Clause.Term;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.SiteStore;

/**
 * Makes a predicate of a clause. As in Jira a negative comparison ({@code !=}, {@code not in}) does
 * not match an issue whose field is empty.
 */
final class Conditions {
  private final SiteStore store;
  private final Readings readings;
  private final Asker asker;

  /** Whose query it is, and when it is asked. */
  record Asker(String accountId, Instant now) {}

  Conditions(SiteStore store, Asker asker) {
    this.store = store;
    this.readings = new Readings(store, new Aliases(store));
    this.asker = asker;
  }

  Predicate<Issue> of(Clause clause) {
    return switch (clause) {
      case Clause.And and -> of(and.left()).and(of(and.right()));
      case Clause.Or or -> of(or.left()).or(of(or.right()));
      case Clause.Not not -> of(not.clause()).negate();
      case Term term -> term(term);
    };
  }

  private Predicate<Issue> term(Term term) {
    var field = term.field().toLowerCase(Locale.ROOT);
    if (field.equals("created") || field.equals("updated") || field.equals("duedate")) {
      return time(field, term, issue -> at(issue, field));
    }
    if (readings.isDate(term.field())) {
      return time(field, term, issue -> dated(term.field(), issue));
    }
    var reading = readings.of(term.field());
    if (emptiness(term)) {
      boolean wanted = !term.operator().negative();
      return issue -> reading.of(issue).isEmpty() == wanted;
    }
    return switch (term.operator()) {
      case EQUALS, IN, NOT_EQUALS, NOT_IN -> membership(term, field, reading);
      case CONTAINS, CONTAINS_NOT -> words(term, reading);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> order(term, reading);
      case IS, IS_NOT ->
          throw new JqlError(
              "The operator 'is' takes EMPTY or NULL for the field '" + term.field() + "'.");
    };
  }

  private static boolean emptiness(Term term) {
    boolean one = term.operands().size() == 1 && term.operands().get(0) instanceof Operand.Empty;
    return one
        && switch (term.operator()) {
          case EQUALS, NOT_EQUALS, IS, IS_NOT -> true;
          default -> false;
        };
  }

  private Predicate<Issue> membership(Term term, String field, Readings.Reading reading) {
    var wanted = term.operands().stream().map(o -> text(term, o)).toList();
    wanted.forEach(value -> Existence.check(store, field, value));
    boolean negative = term.operator().negative();
    return issue -> {
      var has = reading.of(issue);
      return !has.isEmpty() && negative != wanted.stream().anyMatch(w -> contains(has, w));
    };
  }

  private static boolean contains(List<String> values, String wanted) {
    return values.stream().anyMatch(wanted::equalsIgnoreCase);
  }

  private Predicate<Issue> words(Term term, Readings.Reading reading) {
    var wanted = Words.of(text(term, term.operands().get(0)));
    boolean negative = term.operator().negative();
    return issue -> negative != Words.begin(Words.of(String.join(" ", reading.of(issue))), wanted);
  }

  private Predicate<Issue> order(Term term, Readings.Reading reading) {
    var bound = text(term, term.operands().get(0));
    return issue ->
        reading.of(issue).stream().anyMatch(v -> holds(term.operator(), compare(v, bound)));
  }

  private static int compare(String value, String bound) {
    try {
      return new BigDecimal(value).compareTo(new BigDecimal(bound));
    } catch (NumberFormatException e) {
      return value.compareTo(bound);
    }
  }

  private Predicate<Issue> time(
      String field, Term term, Function<Issue, Optional<Instant>> reading) {
    if (emptiness(term)) {
      boolean wanted = !term.operator().negative();
      return issue -> reading.apply(issue).isEmpty() == wanted;
    }
    var bound = When.parse(field, text(term, term.operands().get(0)), asker.now());
    return switch (term.operator()) {
      case EQUALS -> issue -> reading.apply(issue).filter(bound::equals).isPresent();
      case NOT_EQUALS -> issue -> reading.apply(issue).filter(t -> !t.equals(bound)).isPresent();
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          issue ->
              reading
                  .apply(issue)
                  .filter(t -> holds(term.operator(), t.compareTo(bound)))
                  .isPresent();
      default -> throw new JqlError("The operator is not supported by the '" + field + "' field.");
    };
  }

  /** A date in a property, as ISO 8601 writes it; what is none is not indexed (*assumed*). */
  private Optional<Instant> dated(String alias, Issue issue) {
    return readings.of(alias).of(issue).stream()
        .flatMap(text -> When.day(text).stream())
        .findFirst();
  }

  private static Optional<Instant> at(Issue issue, String field) {
    return switch (field) {
      case "created" -> Optional.of(issue.times().created());
      case "updated" -> Optional.of(issue.times().updated());
      default ->
          Optional.of(issue.field("duedate"))
              .filter(day -> !day.isMissingNode())
              .map(day -> Instant.parse(day.asText() + "T00:00:00Z"));
    };
  }

  private static boolean holds(Operator operator, int comparison) {
    return switch (operator) {
      case LESS -> comparison < 0;
      case LESS_OR_EQUAL -> comparison <= 0;
      case GREATER -> comparison > 0;
      case GREATER_OR_EQUAL -> comparison >= 0;
      default -> false;
    };
  }

  private String text(Term term, Operand operand) {
    return switch (operand) {
      case Operand.Text text -> text.text();
      case Operand.Empty empty ->
          throw new JqlError("EMPTY stands alone in '" + term.field() + "'.");
      case Operand.Function function -> value(function.name());
    };
  }

  private String value(String function) {
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "currentuser" -> asker.accountId();
      case "now" -> String.valueOf(asker.now().toEpochMilli());
      case "startofday" -> String.valueOf(asker.now().truncatedTo(ChronoUnit.DAYS).toEpochMilli());
      default -> throw new JqlError("Unable to find JQL function '" + function + "()'.");
    };
  }
}
