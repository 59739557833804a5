import { AcceptancePanel } from './acceptance/AcceptancePanel';
import { start } from './shell/start';

void start((bridge, context) => <AcceptancePanel bridge={bridge} context={context} />);
