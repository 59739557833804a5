package tandem.app.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.app.panel.decision.DecisionAnswer;

/** What the panel of tradeoffs shows besides. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TradeoffAnswer(
    @JsonUnwrapped PanelAnswer panel,
    IssueBudget.@Nullable Drawn budget,
    IssueBudget.@Nullable Mapped mapping,
    List<DecisionAnswer> decisions) {}
