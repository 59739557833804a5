import './tradeoff.css';
import { useMemo, useState } from 'react';
import { BudgetPart } from '../budget/BudgetPart';
import { DecisionList } from '../decision/DecisionList';
import type { Decision } from '../decision/decision';
import type { Here } from '../decision/here';
import { decisions } from '../decision/parse';
import { useDecisions } from '../decision/useDecisions';
import type { HostBridge, HostContext } from '../host/bridge';
import { Announcer } from '../shell/Announcer';
import type { Edited, PanelAnswer } from '../shell/document';
import { Homeless } from '../shell/DocumentPanel';
import { Keys } from '../shell/Keys';
import { Notice } from '../shell/Notice';
import { Panel } from '../shell/Panel';
import { Saving } from '../shell/Saving';
import { TROUBLE } from '../shell/trouble';
import { undoFlag } from '../shell/undo';
import { useDocument } from '../shell/useDocument';
import { DocumentParts } from './DocumentParts';
import { PanelBones } from './PanelBones';
import { TRADEOFF } from './parse';
import type { Tradeoff } from './tradeoff';
import { useDeeds } from './useDeeds';
import { KEYS } from './wording';
import type { Editing } from './Words';

interface PanelProps {
  bridge: HostBridge;
  context: HostContext;
}

/** What is traded on this issue: the price of skipping it, the options, the risks, the budget, the decisions. */
export function TradeoffPanel({ bridge, context }: PanelProps) {
  if (context.issueId === undefined) return <Homeless title="Tradeoffs" />;
  return <Panel title="Tradeoffs"><InIssue bridge={bridge} context={context} issueId={context.issueId} /></Panel>;
}

function InIssue({ bridge, context, issueId }: PanelProps & { issueId: string }) {
  const edited = useDocument(bridge, `/api/panel/issues/${encodeURIComponent(issueId)}/tradeoff`, TRADEOFF);
  const { answer, trouble } = edited;
  const deeds = useDeeds(bridge, edited);
  const here: Here = { bridge, context, issueId, told: deeds.told, summary: answer?.issue.summary ?? '', me: answer?.me ?? '' };
  const mayEdit = answer?.mayEdit === true;
  const read = useRead(answer);
  const log = useDecisions(here, read ?? NONE);
  const [wanted, setWanted] = useState<{ id: string; nr: number } | null>(null);
  const goTo = (id: string) => setWanted((before) => ({ id, nr: (before?.nr ?? 0) + 1 }));

  return (
    <div className="parts">
      {answer === null && trouble === null && <PanelBones />}
      <InTrouble edited={edited} />
      {answer?.unreadable != null && <Unreadable why={answer.unreadable} />}
      {edited.document !== null && (
        <DocumentParts edited={edited} editing={editingOf(bridge, edited, mayEdit)} log={log} here={here} goTo={goTo} />
      )}
      <BudgetPart here={here} mayEdit={mayEdit} offered={answer?.body['mapping']} silent={trouble !== null && edited.document === null} />
      {answer !== null && trouble !== 'refused' && (read === null ? <Undecipherable /> : <DecisionList log={log} mayEdit={mayEdit} here={here} wanted={wanted} />)}
      {edited.document !== null && (
        <footer className="panel-foot">
          <Saving edited={edited} back={deeds} />
          {mayEdit && <Keys keys={KEYS} />}
        </footer>
      )}
      <Announcer news={edited.news.words} nr={edited.news.nr} />
    </div>
  );
}

const NONE: readonly Decision[] = [];

/** Null where the list itself cannot be understood. */
function useRead(answer: PanelAnswer | null): readonly Decision[] | null {
  const given = answer?.body['decisions'];
  return useMemo(() => {
    try {
      return given === undefined ? NONE : decisions(given);
    } catch {
      return null;
    }
  }, [given]);
}

function editingOf(bridge: HostBridge, edited: Edited<Tradeoff>, mayEdit: boolean): Editing {
  return {
    document: edited.document ?? TRADEOFF.empty,
    mayEdit,
    edit: edited.edit,
    undo: edited.undo,
    remove: (change, words) => undoFlag(bridge, edited, edited.edit(change, words), words),
  };
}

/** What was known stays on show, and is said to be old. */
function InTrouble({ edited: { trouble, answer, document, retry } }: { edited: Edited<Tradeoff> }) {
  if (trouble === null) return null;
  const { title, meaning, stale, canRetry } = TROUBLE[trouble];
  if (answer !== null && document !== null) return <p className="stale" role="status">{stale}</p>;
  return <Notice kind="error" title={title} {...(canRetry ? { action: { text: 'Try again', run: retry } } : {})}>{meaning}</Notice>;
}

function Unreadable({ why }: { why: string }) {
  return (
    <Notice kind="warning" title="The tradeoffs of this issue cannot be read, and are left as they are">
      {why} The property tandem.tradeoff of the issue was probably written by something other than Tandem. Nothing here changes it.
    </Notice>
  );
}

function Undecipherable() {
  return (
    <Notice kind="error" title="The decisions could not be read">
      Tandem answered in a form that this page does not know, probably because it was just updated. Reload the page.
    </Notice>
  );
}
