package tandem.sandbox.jira.jql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tandem.sandbox.jira.jql.Clause.Operand;
import tandem.sandbox.jira.jql.Clause.Operator;

/** Recursive descent over the tokens: OR binds weakest, then AND, then NOT. */
final class Parser {
  private static final int MOST_ORDERS = 7;
  private final List<Token> tokens;
  private int at;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Query parse(String jql) {
    var parser = new Parser(Token.cut(jql));
    var where =
        parser.atOrder() || parser.ended() ? Optional.<Clause>empty() : Optional.of(parser.or());
    var orders = parser.orders();
    if (!parser.ended()) {
      throw parser.unexpected("the end of the query");
    }
    return new Query(where, orders);
  }

  private Clause or() {
    var clause = and();
    while (takeWord("or")) {
      clause = new Clause.Or(clause, and());
    }
    return clause;
  }

  private Clause and() {
    var clause = not();
    while (takeWord("and")) {
      clause = new Clause.And(clause, not());
    }
    return clause;
  }

  private Clause not() {
    if (takeWord("not") || takeSign("!")) {
      return new Clause.Not(not());
    }
    if (takeSign("(")) {
      var clause = or();
      expect(")");
      return clause;
    }
    return term();
  }

  private Clause term() {
    var field = value("a field name");
    var operator = operator();
    boolean list = operator == Operator.IN || operator == Operator.NOT_IN;
    return new Clause.Term(field, operator, list ? list() : List.of(operand()));
  }

  private Operator operator() {
    if (takeWord("in")) {
      return Operator.IN;
    }
    if (takeWord("is")) {
      return takeWord("not") ? Operator.IS_NOT : Operator.IS;
    }
    if (takeWord("not")) {
      if (takeWord("in")) {
        return Operator.NOT_IN;
      }
      throw unexpected("'in'");
    }
    var sign = next();
    return switch (sign.kind() == Token.Kind.SIGN ? sign.text() : "") {
      case "=" -> Operator.EQUALS;
      case "!=" -> Operator.NOT_EQUALS;
      case "~" -> Operator.CONTAINS;
      case "!~" -> Operator.CONTAINS_NOT;
      case "<" -> Operator.LESS;
      case "<=" -> Operator.LESS_OR_EQUAL;
      case ">" -> Operator.GREATER;
      case ">=" -> Operator.GREATER_OR_EQUAL;
      default -> throw unexpected("an operator");
    };
  }

  private List<Operand> list() {
    expect("(");
    var operands = new ArrayList<Operand>();
    do {
      operands.add(operand());
    } while (takeSign(","));
    expect(")");
    return operands;
  }

  private Operand operand() {
    boolean quoted = peek().kind() == Token.Kind.QUOTED;
    var text = value("a value");
    if (!quoted && takeSign("(")) {
      expect(")");
      return new Operand.Function(text);
    }
    boolean empty = text.equalsIgnoreCase("empty") || text.equalsIgnoreCase("null");
    return !quoted && empty ? new Operand.Empty() : new Operand.Text(text);
  }

  private List<Query.Order> orders() {
    var orders = new ArrayList<Query.Order>();
    if (!takeWord("order")) {
      return orders;
    }
    if (!takeWord("by")) {
      throw unexpected("'by'");
    }
    do {
      var field = value("a field name");
      boolean descending = takeWord("desc");
      if (!descending) {
        takeWord("asc");
      }
      orders.add(new Query.Order(field, descending));
    } while (takeSign(","));
    if (orders.size() > MOST_ORDERS) {
      throw new JqlError("The maximum number of fields to order by is " + MOST_ORDERS + ".");
    }
    return orders;
  }

  private boolean atOrder() {
    return peek().is("order");
  }

  private boolean ended() {
    return peek().kind() == Token.Kind.END;
  }

  private String value(String what) {
    var token = peek();
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED) {
      throw unexpected(what);
    }
    return next().text();
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    var token = tokens.get(at);
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  private boolean takeWord(String word) {
    boolean there = peek().is(word);
    at += there ? 1 : 0;
    return there;
  }

  private boolean takeSign(String sign) {
    boolean there = peek().isSign(sign);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String sign) {
    if (!takeSign(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  private JqlError unexpected(String expected) {
    var found = ended() ? "the end of the query" : "'" + peek().text() + "'";
    return new JqlError(
        "Error in the JQL Query: Expecting " + expected + " but got " + found + ".");
  }
}
