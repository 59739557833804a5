import { findItem } from './gadget/findItem';
import { Gadget } from './gadget/Gadget';
import { start } from './shell/start';

void start((bridge, context) => <Gadget bridge={bridge} context={context} item={() => findItem(context.kind)} />);
