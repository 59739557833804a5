import { createLocalBridge } from '../src/host/local';
import { start } from '../src/shell/start';
import { Overview } from './Overview';
import { PANELS } from './panels';

// `?state=conflict&issueId=10001&theme=dark` is one state, as its page is; without it, all of them.
const state = new URLSearchParams(window.location.search).get('state') ?? '';
const shown = PANELS.find((it) => state in it.states);

void start(
  (bridge, context) => shown?.panel(bridge, context) ?? <Overview />,
  async () => createLocalBridge(shown?.states[state]),
);
