import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { Announcer } from '../../shell/Announcer';
import { Notice } from '../../shell/Notice';
import { Answered } from '../Answered';
import { Bones } from '../Bones';
import { LookOnly } from '../LookOnly';
import { Paged } from '../Paged';
import type { TabProps } from '../ProjectPage';
import { useAnswer } from '../useAnswer';
import { finder } from './chain';
import { Decision } from './Decision';
import { type DecisionLog, decisionLog, keyOf } from './decision';
import { Export } from './Export';
import { countWords, EVERYTHING, found, owners } from './filter';
import { Filters } from './Filters';

const ImportSection = lazy(() => import('./ImportSection'));

/** All decisions of the project. */
export default function DecisionsTab(props: TabProps) {
  const address = `/api/project/${encodeURIComponent(props.projectKey)}/decisions`;
  const answer = useAnswer(props.bridge, address, decisionLog);
  return (
    <Answered answer={answer} what="the decision log">
      {(log) => <Log {...props} log={log} again={answer.again} />}
    </Answered>
  );
}

function Log({ log, again, ...props }: TabProps & { log: DecisionLog; again: () => void }) {
  const [importing, setImporting] = useState(false);
  return (
    <div className="tab-parts">
      <div className="tools">
        <Export bridge={props.bridge} projectKey={props.projectKey} nothing={log.decisions.length === 0} />
        {log.mayEdit && <Button aria-expanded={importing} onClick={() => setImporting(!importing)}>Import Markdown</Button>}
      </div>
      {!log.mayEdit && <LookOnly />}
      {log.mayEdit && importing && (
        <Suspense fallback={<Bones what="the import" />}>
          <ImportSection bridge={props.bridge} projectKey={props.projectKey} done={again} />
        </Suspense>
      )}
      {log.incomplete !== null && (
        <Notice kind="warning" title="Not every decision is listed">
          {log.incomplete} The CSV lacks the same ones, and says so in its last row.
        </Notice>
      )}
      {log.decisions.length === 0 ? <Empty mayEdit={log.mayEdit} /> : <Searched {...props} log={log} />}
    </div>
  );
}

function Searched({ bridge, context, log: { decisions } }: TabProps & { log: DecisionLog }) {
  const [wanted, want] = useState(EVERYTHING);
  // The letter that was typed is drawn first, the list after it.
  const later = useDeferredValue(wanted);
  const list = useMemo(() => found(decisions, later), [decisions, later]);
  const everybody = useMemo(() => owners(decisions), [decisions]);
  const find = useMemo(() => finder(decisions), [decisions]);
  const words = countWords(list.length, decisions.length);
  return (
    <div className="found">
      <Filters wanted={wanted} want={want} owners={everybody} />
      <p className="quiet" aria-hidden="true"><bdi>{words}</bdi></p>
      <Announcer news={words} />
      {list.length === 0 && <p>No decision matches. Take a word or a filter away.</p>}
      <Paged
        key={JSON.stringify(later)}
        items={list}
        keyOf={keyOf}
        draw={(decision) => <Decision bridge={bridge} context={context} decision={decision} find={find} />}
      />
    </div>
  );
}

function Empty({ mayEdit }: { mayEdit: boolean }) {
  return (
    <div className="empty">
      <p className="empty-title">No decisions yet</p>
      <p>
        Choose an option in an issue’s Tradeoffs panel and say why: it becomes a decision and is listed here.
        {mayEdit && ' Or import those that you have.'}
      </p>
    </div>
  );
}
