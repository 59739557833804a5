import { ImpactPanel } from './impact/ImpactPanel';
import { start } from './shell/start';

void start((bridge, context) => <ImpactPanel bridge={bridge} context={context} />);
