import { BudgetPanel } from './budget/BudgetPanel';
import { start } from './shell/start';

void start((bridge, context) => <BudgetPanel bridge={bridge} context={context} />);
