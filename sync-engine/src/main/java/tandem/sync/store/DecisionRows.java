package tandem.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.model.DecisionId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;

/** Reads the decision logs of links. */
final class DecisionRows {
  private static final String PREFIX = "decision.";

  /** A condition on the aspect; ids hold no character that {@code like} knows. */
  static final String IS_DECISION = "aspect like '" + PREFIX + "%'";

  private static final String FILLED =
      Stream.of("sync_observed", "sync_base", "sync_intent", "sync_conflict", "sync_ruling")
          .map(table ->
              "exists (select 1 from "
                  + table
                  + " x where x.link_id = s.link_id and x."
                  + IS_DECISION
                  + (table.equals("sync_ruling") ? " and x.ended_at is null)" : ")"))
          .collect(Collectors.joining(" or ", "(", ")"));

  private final Database database;

  DecisionRows(Database database) {
    this.database = database;
  }

  static String aspect(DecisionId id) {
    return PREFIX + id.value();
  }

  static DecisionId id(ResultSet row) throws SQLException {
    return id(row.getString("aspect"));
  }

  static DecisionId id(String aspect) {
    return new DecisionId(aspect.substring(PREFIX.length()));
  }

  /** A row that belongs to a decision. */
  private record Of<T>(DecisionId id, T value) {}

  /** One query for a link without decisions, as most are. */
  DecisionStates find(LinkId link) {
    List<Shelf> shelves =
        database.query(
            "select s.side, s.decisions_read, "
                + FILLED
                + " filled from sync_link_side s where s.link_id = ?",
            row ->
                new Shelf(
                    side(row, "side"), row.getBoolean("decisions_read"), row.getBoolean("filled")),
            link.value());
    boolean filled = shelves.stream().anyMatch(Shelf::filled);
    return new DecisionStates(
        shelves.stream().anyMatch(it -> it.side() == Side.LEFT && it.read()),
        shelves.stream().anyMatch(it -> it.side() == Side.RIGHT && it.read()),
        filled ? states(link) : Collections.emptySortedMap());
  }

  /** A side of a link: whether its decisions were read, and whether the link has any. */
  private record Shelf(Side side, boolean read, boolean filled) {}

  private SortedMap<DecisionId, DecisionState> states(LinkId link) {
    Map<DecisionId, Sight> left = sights(link, Side.LEFT);
    Map<DecisionId, Sight> right = sights(link, Side.RIGHT);
    Map<DecisionId, String> bases = bases(link);
    Map<DecisionId, List<DecisionIntent>> intents = grouped(intents(link));
    Map<DecisionId, List<DecisionDispute>> open = grouped(disputes(link));
    Map<DecisionId, DecisionRuling> rulings = rulings(link);
    SortedMap<DecisionId, DecisionState> states = new TreeMap<>();
    List.of(left, right, bases, intents, open, rulings)
        .forEach(known -> known.keySet().forEach(id -> states.put(id, DecisionState.UNKNOWN)));
    states.replaceAll((id, unknown) ->
        new DecisionState(
            bases.getOrDefault(id, ""),
            Optional.ofNullable(left.get(id)),
            Optional.ofNullable(right.get(id)),
            intents.getOrDefault(id, List.of()),
            open.getOrDefault(id, List.of()),
            Optional.ofNullable(rulings.get(id))));
    return states;
  }

  private static <T> Map<DecisionId, List<T>> grouped(List<Of<T>> rows) {
    Map<DecisionId, List<T>> grouped = new HashMap<>();
    rows.forEach(
        row -> grouped.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row.value()));
    return grouped;
  }

  Optional<Map<DecisionId, String>> marks(LinkId link, Side side) {
    return database
        .first(
            "select 1 from sync_link_side where link_id = ? and side = ? and decisions_read",
            row -> row.getInt(1),
            link.value(),
            JdbcLinkStore.name(side))
        .map(read -> {
          Map<DecisionId, String> marks = new HashMap<>();
          sights(link, side)
              .forEach(
                  (id, sight) -> sight.trace().ifPresent(trace -> marks.put(id, trace.mark())));
          return marks;
        });
  }

  Map<DecisionId, Sight> sights(LinkId link, Side side) {
    Map<DecisionId, Sight> sights = new HashMap<>();
    database
        .query(
            "select * from sync_observed where link_id = ? and side = ? and " + IS_DECISION,
            row -> new Of<>(id(row), sight(row)),
            link.value(),
            JdbcLinkStore.name(side))
        .forEach(row -> sights.put(row.id(), row.value()));
    return sights;
  }

  private static Sight sight(ResultSet row) throws SQLException {
    String ref = row.getString("ref");
    String mark = row.getString("mark");
    return new Sight(
        row.getString("value"),
        Optional.ofNullable(row.getString("unread")),
        ref == null
            ? Optional.empty()
            : Optional.of(new Sight.Trace(ref, mark, instant(row, "seen_at"))),
        Database.instant(row, "since"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private Map<DecisionId, String> bases(LinkId link) {
    Map<DecisionId, String> bases = new HashMap<>();
    database
        .query(
            "select aspect, value from sync_base where link_id = ? and " + IS_DECISION,
            row -> new Of<>(id(row), row.getString("value")),
            link.value())
        .forEach(row -> bases.put(row.id(), row.value()));
    return bases;
  }

  private Map<DecisionId, DecisionRuling> rulings(LinkId link) {
    Map<DecisionId, DecisionRuling> rulings = new HashMap<>();
    database
        .query(
            "select * from sync_ruling where link_id = ? and ended_at is null and " + IS_DECISION,
            row -> new Of<>(id(row), ruling(row)),
            link.value())
        .forEach(row -> rulings.put(row.id(), row.value()));
    return rulings;
  }

  private static DecisionRuling ruling(ResultSet row) throws SQLException {
    return new DecisionRuling(
        row.getLong("ruling_id"),
        Ruling.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("value"),
        row.getString("left_value"),
        row.getString("right_value"),
        Database.instant(row, "given_at"));
  }

  private List<Of<DecisionIntent>> intents(LinkId link) {
    return database.query(
        "select * from sync_intent where link_id = ? and " + IS_DECISION + " order by intent_id",
        row -> new Of<>(id(row), intent(row)),
        link.value());
  }

  private static DecisionIntent intent(ResultSet row) throws SQLException {
    return new DecisionIntent(
        row.getLong("intent_id"),
        row.getLong("plan"),
        side(row, "side"),
        row.getString("before_value"),
        row.getString("after_value"),
        row.getString("agreed_value"),
        row.getString("why"),
        Database.instant(row, "caused_at"),
        row.getBoolean("answered"),
        look(row));
  }

  private List<Of<DecisionDispute>> disputes(LinkId link) {
    return database.query(
        "select * from sync_conflict where link_id = ? and closed_at is null and "
            + IS_DECISION
            + " order by conflict_id",
        row -> new Of<>(id(row), dispute(row)),
        link.value());
  }

  static DecisionDispute dispute(ResultSet row) throws SQLException {
    return new DecisionDispute(
        row.getString("why"),
        row.getString("part"),
        text(row, "base_value"),
        row.getString("left_value"),
        row.getString("right_value"),
        Optional.ofNullable(row.getString("chosen")).map(DecisionRows::side),
        text(row, "note"),
        Database.instant(row, "found_at"));
  }

  List<DecisionReceipt> receipts(LinkId link) {
    return database.query(
        "select * from sync_receipt where link_id = ? and " + IS_DECISION + " order by receipt_id",
        DecisionRows::receipt,
        link.value());
  }

  List<DecisionReceipt> latest(LinkId link, DecisionId id, Side side, int atMost) {
    return database.query(
        "select * from sync_receipt where link_id = ? and aspect = ? and side = ?"
            + " and how <> 'unanswered' order by receipt_id desc limit ?",
        DecisionRows::receipt,
        link.value(),
        aspect(id),
        JdbcLinkStore.name(side),
        atMost);
  }

  static DecisionReceipt receipt(ResultSet row) throws SQLException {
    Receipt.How how = LinkRows.how(row.getString("how"));
    return new DecisionReceipt(
        row.getLong("receipt_id"),
        id(row),
        new DecisionIntent(
            row.getLong("intent_id"),
            0,
            side(row, "side"),
            row.getString("before_value"),
            row.getString("after_value"),
            "",
            row.getString("why"),
            Database.instant(row, "caused_at"),
            how != Receipt.How.UNANSWERED,
            look(row)),
        how,
        text(row, "loss"),
        instant(row, "held_at"),
        Database.instant(row, "applied_at"));
  }

  private static DecisionIntent.Look look(ResultSet row) throws SQLException {
    return new DecisionIntent.Look(row.getLong("looked"), instant(row, "found_at"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }

  static Side side(ResultSet row, String column) throws SQLException {
    return side(row.getString(column));
  }

  private static Side side(String name) {
    return Side.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
