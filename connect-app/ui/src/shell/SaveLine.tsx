import './saving.css';
import Button from '@atlaskit/button/default/button';
import CheckIcon from '@atlaskit/icon/core/check-mark';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { Edited, SaveState } from './document';

type Saving = Pick<Edited<unknown>, 'state' | 'problem' | 'answer' | 'retry'>;

const WORDS: Record<SaveState, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  offline: 'Not saved yet: no connection. Kept here and tried again.',
  failed: 'Not saved yet: Tandem or Jira does not answer as it should. Kept here and tried again.',
  expired: 'Not saved yet: your session has ended. What you wrote is kept here. If trying again does not help, reload the page.',
  conflict: 'Somebody else changed the same part. Choose which one to keep.',
  refused: 'Not saved. What you wrote is still here.',
};

const inWords = ({ state, problem }: Saving): string => (state === 'refused' && problem !== null ? `Not saved: ${problem}` : WORDS[state]);

const isCalm = (state: SaveState): boolean => state === 'saved' || state === 'saving';

/** How what is on show stands to what is stored, always at the same place. Trouble is read out; the usual is not. */
export function SaveLine({ edited }: { edited: Saving }) {
  const { state, answer } = edited;
  if (state === 'saved' && answer?.mayEdit === false) return <p className="save-line">You may look at this, not edit it.</p>;
  const calm = isCalm(state);
  return (
    <div className={`save-line save-${calm ? 'calm' : 'trouble'}`} data-state={state}>
      <div className="save-state">
        {state === 'saved' && <CheckIcon label="" color="currentColor" size="small" />}
        {!calm && <WarningIcon label="" color="currentColor" size="small" />}
        {calm && <p>{WORDS[state]}</p>}
        <p role="status" className="save-words" dir="auto">{calm ? '' : inWords(edited)}</p>
      </div>
      {!calm && state !== 'conflict' && <Button spacing="compact" appearance="subtle" onClick={edited.retry}>Try again</Button>}
    </div>
  );
}
