import { AdminPage } from '../src/admin/AdminPage';
import { BudgetPanel } from '../src/budget/BudgetPanel';
import { createLocalBridge } from '../src/host/local';
import { start } from '../src/shell/start';
import { ADMIN_STATES } from './adminStates';
import { Overview } from './Overview';
import { STATES } from './states';

// `?state=conflict&issueId=10001&theme=dark` is one state, as its page is; without it, all of them.
const state = new URLSearchParams(window.location.search).get('state') ?? '';
const answer = STATES[state];
const admin = ADMIN_STATES[state];

void start(
  (bridge, context) => {
    if (answer) return <BudgetPanel bridge={bridge} context={context} />;
    return admin ? <AdminPage bridge={bridge} context={context} /> : <Overview />;
  },
  async () => createLocalBridge(admin ?? answer),
);
