import type { HostBridge } from '../../host/bridge';
import { inWords } from '../useAction';
import { counted } from '../wording';
import { type Batch, type Import, takeBack } from './importing';

const LASTS_MILLIS = 10 * 60_000;

/** An import that was just written. */
export interface Written {
  readonly batch: Batch;
  readonly answer: Import;
  readonly issueKey: string;
  /** What is listed has to be read again. */
  changed(): void;
}

let counter = 0;

/** Tells of an import in a flag. Its "Undo" counts for ten minutes, or until the page is left. */
export function tellImport(bridge: HostBridge, written: Written): void {
  const { answer, issueKey } = written;
  const until = Date.now() + LASTS_MILLIS;
  let done = false;
  const undo = () => {
    if (done) return;
    done = true;
    void (Date.now() > until ? tooLate(bridge) : takenBack(bridge, written));
  };
  counter += 1;
  bridge.flag({
    id: `tandem-imported-${counter}`, kind: 'success', title: `${counted(answer.written, 'decision')} imported into ${issueKey}`,
    ...(answer.written === 0 ? {} : { action: { text: 'Undo', run: undo } }),
  });
}

function tooLate(bridge: HostBridge): void {
  bridge.flag({
    id: `tandem-import-late-${counter}`, kind: 'warning', title: 'The import is no longer undone',
    description: 'It was more than ten minutes ago. Delete on the issue what you do not want.',
  });
}

async function takenBack(bridge: HostBridge, { batch, answer, issueKey, changed }: Written): Promise<void> {
  const ids = answer.decisions.filter(({ problem }) => problem === null).map(({ id }) => id);
  try {
    const left = await takeBack(bridge, batch, ids);
    bridge.flag({
      id: `tandem-import-undone-${counter}`, kind: left.length === 0 ? 'success' : 'warning',
      title: `${counted(ids.length - left.length, 'decision')} taken back from ${issueKey}`,
      ...(left.length === 0 ? {} : { description: left.map(({ title, problem }) => `“${title}” stays: ${problem}`).join(' ') }),
    });
  } catch (failure) {
    bridge.flag({ id: `tandem-import-undone-${counter}`, kind: 'error', title: 'The import was not taken back', description: inWords(failure) });
  }
  changed();
}
