import { ProjectPage } from './project/ProjectPage';
import { start } from './shell/start';

void start((bridge, context) => <ProjectPage bridge={bridge} context={context} />);
