package tandem.app.panel.tradeoff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.app.panel.document.DocumentKind;
import tandem.app.panel.document.Edit;
import tandem.app.panel.document.Members;
import tandem.app.panel.document.RuleBroken;
import tandem.app.panel.tradeoff.Tradeoff.Choice;
import tandem.app.panel.tradeoff.Tradeoff.Chosen;
import tandem.app.panel.tradeoff.Tradeoff.Risk;
import tandem.app.panel.tradeoff.Tradeoff.Skip;

/** How {@link Tradeoff} is read, and what is ours to say in it. */
public final class TradeoffKind implements DocumentKind<Tradeoff> {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_ID = 64;
  private static final int MOST_OPTIONS = 20;
  private static final int MOST_RISKS = 50;
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
  private static final List<String> KINDS =
      List.of("architecture", "timeline", "requirements", "dependency");

  @Override
  public String property() {
    return "tandem.tradeoff";
  }

  @Override
  public Tradeoff empty() {
    return new Tradeoff(VERSION, new Skip("", "", null), List.of(), null, List.of());
  }

  @Override
  public Tradeoff read(Members members) {
    List<Choice> options =
        members.list("options", MOST_OPTIONS).stream().map(TradeoffKind::option).toList();
    members.differ("options", options.stream().map(Choice::id).toList());
    List<Risk> risks = members.list("risks", MOST_RISKS).stream().map(TradeoffKind::risk).toList();
    members.differ("risks", risks.stream().map(Risk::id).toList());
    return new Tradeoff(
        VERSION,
        skip(members.object("skip")),
        options,
        members.optional("chosen").map(TradeoffKind::chosen).orElse(null),
        risks);
  }

  private static Skip skip(Members skip) {
    return new Skip(
        skip.text("capability", LONGEST),
        skip.text("when", LONGEST),
        skip.choice("severity", SEVERITIES));
  }

  private static Choice option(Members option) {
    return new Choice(
        option.id("id"),
        option.text("title", LONGEST),
        option.text("gain", LONGEST),
        option.text("cost", LONGEST),
        option.text("risk", LONGEST));
  }

  private static Chosen chosen(Members chosen) {
    String decision = chosen.text("decision", LONGEST_ID);
    return new Chosen(
        chosen.id("option"),
        chosen.text("because", LONGEST),
        decision.isEmpty() ? null : decision,
        chosen.account("by"),
        chosen.time("at"));
  }

  private static Risk risk(Members risk) {
    String kind = risk.choice("kind", KINDS);
    if (kind == null) {
      throw new RuleBroken("a risk's \"kind\" is missing: one of " + String.join(", ", KINDS));
    }
    return new Risk(
        risk.id("id"),
        kind,
        risk.text("text", LONGEST),
        risk.flag("settled"),
        risk.account("by"),
        risk.time("at"));
  }

  /** A choice is whose who made it or gave another reason; a risk is whose who raised it. */
  @Override
  public Tradeoff stamped(Tradeoff stored, Tradeoff wanted, Edit edit) {
    return new Tradeoff(
        wanted.v(),
        wanted.skip(),
        wanted.options(),
        chosen(stored.chosen(), wanted.chosen(), edit),
        wanted.risks().stream().map(risk -> raised(stored.risk(risk.id()), risk, edit)).toList());
  }

  private static @Nullable Chosen chosen(
      @Nullable Chosen before, @Nullable Chosen wanted, Edit edit) {
    if (wanted == null) {
      return null;
    }
    if (before != null
        && before.option().equals(wanted.option())
        && before.because().equals(wanted.because())) {
      return new Chosen(
          wanted.option(), wanted.because(), wanted.decision(), before.by(), before.at());
    }
    return new Chosen(wanted.option(), wanted.because(), wanted.decision(), edit.by(), edit.at());
  }

  private static Risk raised(Optional<Risk> before, Risk wanted, Edit edit) {
    return new Risk(
        wanted.id(),
        wanted.kind(),
        wanted.text(),
        wanted.settled(),
        before.map(Risk::by).orElse(edit.by()),
        before.isPresent() ? before.get().at() : edit.at());
  }
}
