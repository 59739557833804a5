import Button from '@atlaskit/button/default/button';
import { useDeferredValue, useMemo, useState } from 'react';
import { Matrix } from '../../matrix/Matrix';
import type { Rating } from '../../matrix/rating';
import { Notice } from '../../shell/Notice';
import { useKeys } from '../../shell/useKeys';
import { Answered } from '../Answered';
import { LookOnly } from '../LookOnly';
import type { TabProps } from '../ProjectPage';
import { useAnswer } from '../useAnswer';
import { counted, number } from '../wording';
import { ALL, backlog, type Backlog, narrowed, placed, unplaced } from './backlog';
import { MatrixTools } from './MatrixTools';
import { useRatings } from './useRatings';
import { Waiting } from './Waiting';

/** The open issues of the project by impact and effort, to be looked at and rated. */
export default function MatrixTab(props: TabProps) {
  const answer = useAnswer(props.bridge, `/api/project/${encodeURIComponent(props.projectKey)}/matrix`, backlog);
  return (
    <Answered answer={answer} what="the impact and effort of the backlog">
      {(known) => (known.issues.length === 0 ? <Empty /> : <Known {...props} known={known} />)}
    </Answered>
  );
}

function Known({ bridge, projectKey, shown, known }: TabProps & { known: Backlog }) {
  const { drawn, ratings, last } = useRatings(bridge, projectKey, known.issues);
  const [by, narrow] = useState(ALL);
  const [heldId, hold] = useState<string | null>(null);
  const later = useDeferredValue(by);
  const some = useMemo(() => narrowed(drawn, later), [drawn, later]);
  const onPlane = useMemo(() => placed(some), [some]);
  const waiting = useMemo(() => unplaced(some), [some]);
  const find = (id: string | null) => drawn.find((it) => it.id === id) ?? null;
  const rate = (id: string, at: Rating) => {
    const from = find(id);
    if (from !== null) ratings.rate(id, { impact: from.impact, effort: from.effort }, at);
  };
  return (
    <div className="tab-parts">
      {known.incomplete !== null && <Notice kind="warning" title="Not every issue is shown">{known.incomplete}</Notice>}
      <MatrixTools by={by} narrow={narrow} issues={known.issues}>
        {known.mayEdit && last !== null && <Button appearance="subtle" onClick={ratings.undo}>Undo {find(last.id)?.key ?? ''}</Button>}
      </MatrixTools>
      <p className="quiet" role="status">{words(onPlane.length, waiting.length)}</p>
      {!known.mayEdit && <LookOnly />}
      <Matrix
        issues={onPlane} held={known.mayEdit ? find(heldId) : null} hold={hold} rate={known.mayEdit ? rate : undefined}
        openIssue={bridge.openIssue}
      />
      {waiting.length > 0 && (
        <Waiting key={JSON.stringify(later)} issues={waiting} bridge={bridge} take={known.mayEdit ? hold : undefined} />
      )}
      {shown && known.mayEdit && <UndoKey undo={ratings.undo} />}
    </div>
  );
}

const words = (rated: number, waiting: number): string =>
  `${counted(rated, 'issue')} on the matrix, ${number(waiting)} not rated yet.`;

/** Only while the tab is open: the other tabs have a Ctrl+Z of their own. */
function UndoKey({ undo }: { undo: () => unknown }) {
  useKeys({ 'Mod+z': () => void undo() });
  return null;
}

function Empty() {
  return (
    <div className="empty">
      <p className="empty-title">No open issues</p>
      <p>Issues of this project that are not done are listed here, to be rated by impact and effort.</p>
    </div>
  );
}
