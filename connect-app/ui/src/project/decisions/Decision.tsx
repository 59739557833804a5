import { IssueLink } from '../IssueLink';
import type { HostBridge, HostContext } from '../../host/bridge';
import { counted } from '../wording';
import { chainOf, type Find } from './chain';
import { keyOf, type Logged } from './decision';
import { DECIDES, decidedWords, SPACE, STATUS, titleOf } from './wording';

export interface DecisionProps {
  readonly bridge: HostBridge;
  readonly context: HostContext;
  readonly decision: Logged;
  readonly find: Find;
}

/** One line of the log: what, where it stands, who decided it on which issue, and what became of it. */
export function Decision({ bridge, context, decision, find }: DecisionProps) {
  const { status, space, issue, overdue, dissent, excerpt } = decision;
  return (
    <article className="decision">
      <h2 className="entry-title"><bdi>{titleOf(decision)}</bdi></h2>
      <p className="beside">
        <span className={`tag tag-${status ?? 'unknown'}`}>{status === null ? 'No status' : STATUS[status]}</span>
        {space !== null && <span className="quiet">{SPACE[space]}: {DECIDES[space]}</span>}
        {overdue && <span className="tag tag-under">Review overdue</span>}
        {dissent > 0 && <span className="tag tag-neutral">{counted(dissent, 'dissent', 'dissents')}</span>}
      </p>
      {excerpt !== '' && <p className="decision-excerpt" dir="auto">{excerpt}</p>}
      <p className="quiet"><bdi>{decidedWords(decision, context.locale)}</bdi></p>
      <IssueLink issue={issue} bridge={bridge} />
      <Chain decision={decision} find={find} />
    </article>
  );
}

/** The way from the first of the decisions that superseded one another to the last. */
function Chain({ decision, find }: { decision: Logged; find: Find }) {
  const chain = chainOf(decision, find);
  if (chain.length < 2) return null;
  return (
    <details className="chain">
      <summary>{decision.supersededBy === null ? 'Supersedes' : 'Superseded'}: show the chain of {chain.length}</summary>
      <ol>
        {chain.map((it) => (
          <li key={keyOf(it)} aria-current={it === decision ? 'true' : undefined}>
            <bdi>{titleOf(it)}</bdi>{' '}
            <span className="quiet">{it.status !== null && STATUS[it.status].toLowerCase()}{it === decision && ' (this one)'}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
