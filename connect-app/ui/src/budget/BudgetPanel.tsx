import './budget.css';
import type { HostBridge, HostContext } from '../host/bridge';
import { Notice } from '../shell/Notice';
import { Panel } from '../shell/Panel';
import { BudgetCard } from './BudgetCard';
import { useReading } from './useReading';

/** Which budget the issue draws on and how its Linear twin stands to it, kept fresh. Changes nothing. */
export function BudgetPanel({ bridge, context }: { bridge: HostBridge; context: HostContext }) {
  return (
    <Panel title="Tradeoffs">
      {context.issueId === undefined ? <Homeless /> : <Fresh bridge={bridge} context={context} issueId={context.issueId} />}
    </Panel>
  );
}

function Fresh({ bridge, context, issueId }: { bridge: HostBridge; context: HostContext; issueId: string }) {
  const { reading, again } = useReading(bridge, issueId);
  return <BudgetCard reading={reading} context={context} again={again} />;
}

function Homeless() {
  return (
    <Notice kind="error" title="There is no issue here">
      This panel belongs into an issue, and Jira did not say which one it stands in. Reload the page.
    </Notice>
  );
}
