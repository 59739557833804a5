import { start } from './shell/start';
import { TradeoffPanel } from './tradeoff/TradeoffPanel';

void start((bridge, context) => <TradeoffPanel bridge={bridge} context={context} />);
