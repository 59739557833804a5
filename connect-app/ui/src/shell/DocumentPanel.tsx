import type { ReactNode } from 'react';
import type { HostContext } from '../host/bridge';
import { Announcer } from './Announcer';
import { ClashNotice } from './ClashNotice';
import type { Clash, Edited, PanelAnswer } from './document';
import { type Key, Keys } from './Keys';
import { Notice } from './Notice';
import { Panel } from './Panel';
import { Saving } from './Saving';
import { TROUBLE } from './trouble';
import { TwinLine } from './TwinLine';
import { useUndoKeys } from './undo';

interface DocumentPanelProps<D> {
  title: string;
  edited: Edited<D>;
  context: HostContext;
  /** The keys of this panel; undo and the sheet itself are added. */
  keys: readonly Key[];
  /** What people call the part in which two of them clash, and how they see its values. */
  nameOf: (clash: Clash) => string;
  show?: (value: unknown, clash: Clash) => string;
  /** The shape of the document while it is read. */
  skeleton: ReactNode;
  children: (document: D, answer: PanelAnswer) => ReactNode;
}

const COMMON: readonly Key[] = [
  { press: 'Ctrl/Cmd + Z', does: 'Undo' },
  { press: 'Ctrl/Cmd + Shift + Z', does: 'Do again' },
  { press: '?', does: 'This list' },
];

/**
 * The frame of every panel with a stored document: reading and its troubles, what clashes, the document,
 * the twin in Linear, how it stands to what is stored, the keys.
 */
export function DocumentPanel<D>({ title, edited, context, keys, nameOf, show, skeleton, children }: DocumentPanelProps<D>) {
  const { answer, document, trouble, news } = edited;
  useUndoKeys(edited);
  const ready = document !== null && answer !== null;
  return (
    <Panel title={title}>
      <div aria-busy={!ready && trouble === null && !answer?.unreadable}>
        {trouble !== null && <InTrouble edited={edited} />}
        {answer?.unreadable && <UnreadableNotice why={answer.unreadable} />}
        {!ready && trouble === null && !answer?.unreadable && skeleton}
        <ClashNotice edited={edited} nameOf={nameOf} {...(show === undefined ? {} : { show })} />
        {ready && children(document, answer)}
        {ready && answer.twin !== null && <div className="in-linear"><TwinLine twin={answer.twin} context={context} /></div>}
        {ready && (
          <footer className="panel-foot">
            <Saving edited={edited} />
            {answer.mayEdit && <Keys keys={[...keys, ...COMMON]} />}
          </footer>
        )}
        <Announcer news={news.words} nr={news.nr} />
      </div>
    </Panel>
  );
}

function InTrouble({ edited: { document, trouble, retry } }: { edited: Edited<unknown> }) {
  if (trouble === null) return null;
  const { title, meaning, stale, canRetry } = TROUBLE[trouble];
  if (document !== null) return <p className="stale" role="status">{stale}</p>;
  return (
    <Notice kind="error" title={title} {...(canRetry ? { action: { text: 'Try again', run: retry } } : {})}>
      {meaning}
    </Notice>
  );
}

function UnreadableNotice({ why }: { why: string }) {
  return (
    <Notice kind="warning" title="What is stored here cannot be read">
      {why} Tandem leaves it as it is and writes nothing over it. Whoever wrote it can mend or delete the issue’s property.
    </Notice>
  );
}

/** For panels that stand in an issue, where Jira did not say in which one. */
export function Homeless({ title }: { title: string }) {
  return (
    <Panel title={title}>
      <Notice kind="error" title="There is no issue here">
        This panel belongs into an issue, and Jira did not say which one it stands in. Reload the page.
      </Notice>
    </Panel>
  );
}
