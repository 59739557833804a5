import { BudgetPanel } from '../src/budget/BudgetPanel';
import { createLocalBridge } from '../src/host/local';
import { start } from '../src/shell/start';
import { Overview } from './Overview';
import { STATES } from './states';

// `?state=conflict&issueId=10001&theme=dark` is one state, as its panel is; without it, all of them.
const answer = STATES[new URLSearchParams(window.location.search).get('state') ?? ''];

void start(
  (bridge, context) => (answer ? <BudgetPanel bridge={bridge} context={context} /> : <Overview />),
  async () => createLocalBridge(answer),
);
