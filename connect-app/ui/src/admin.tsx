import { AdminPage } from './admin/AdminPage';
import { start } from './shell/start';

void start((bridge, context) => <AdminPage bridge={bridge} context={context} />);
