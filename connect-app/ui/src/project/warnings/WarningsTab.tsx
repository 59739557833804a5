import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useMemo } from 'react';
import type { HostBridge, HostContext } from '../../host/bridge';
import { Ago } from '../../shell/Ago';
import { Announcer } from '../../shell/Announcer';
import { Notice } from '../../shell/Notice';
import { Answered } from '../Answered';
import { IssueLink } from '../IssueLink';
import { Paged } from '../Paged';
import type { TabProps } from '../ProjectPage';
import { useAnswer } from '../useAnswer';
import { counted } from '../wording';
import { keysOf, KIND, type Warning, warnings } from './warning';

/** What needs a talk now, the most pressing first. */
export default function WarningsTab({ bridge, context, projectKey }: TabProps) {
  const answer = useAnswer(bridge, `/api/project/${encodeURIComponent(projectKey)}/warnings`, warnings);
  return (
    <Answered answer={answer} what="the early warnings">
      {({ list, incomplete }) => (
        <div className="tab-parts">
          <Announcer news={words(list.length)} />
          {incomplete !== null && <Notice kind="warning" title="There may be more to talk about">{incomplete}</Notice>}
          {list.length === 0 ? <Empty /> : <List list={list} bridge={bridge} context={context} />}
        </div>
      )}
    </Answered>
  );
}

const words = (count: number): string =>
  count === 0 ? 'Nothing needs a talk.' : `${counted(count, 'thing')} to talk about, the most pressing first.`;

function List({ list, bridge, context }: { list: readonly Warning[]; bridge: HostBridge; context: HostContext }) {
  const keys = useMemo(() => keysOf(list), [list]);
  return (
    <>
      <p className="quiet">{words(list.length)}</p>
      <Paged
        items={list} keyOf={(it) => keys.get(it) ?? ''}
        draw={(it) => <Line warning={it} bridge={bridge} context={context} />}
      />
    </>
  );
}

interface LineProps {
  warning: Warning;
  bridge: HostBridge;
  context: HostContext;
}

function Line({ warning: { kind, issue, words: why, since }, bridge, context }: LineProps) {
  return (
    <article>
      <p className="beside">
        <span className="tag tag-under"><WarningIcon label="" color="currentColor" size="small" />{KIND[kind]}</span>
        {since !== null && <span className="quiet"><Ago then={since} context={context} /></span>}
      </p>
      <p className="warning-words"><bdi>{why}</bdi></p>
      {issue === null ? <p className="quiet">The whole project</p> : <IssueLink issue={issue} bridge={bridge} />}
    </article>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p className="empty-title">Nothing needs a talk</p>
      <p>
        Here stands what drifts: a budget, a decision whose review is overdue, dissent without an answer, criteria changed after
        work began, an SLO nearly spent, an engineer who is unsure.
      </p>
    </div>
  );
}
