import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import Lozenge from '@atlaskit/lozenge/lozenge';
import type { HostContext } from '../host/bridge';
import { Ago } from '../shell/Ago';
import type { Budget, Twin } from './issueBudget';
import { meaningOf, shortOf, TWIN } from './wording';

interface TwinLineProps {
  twin: Twin;
  /** What this side draws on. */
  budget: Budget | null;
  context: HostContext;
}

/** The issue in Linear: which one, whether it draws on the same budget, since when, and why not. */
export function TwinLine({ twin, budget, context }: TwinLineProps) {
  const words = TWIN[twin.state];
  const meaning = meaningOf(twin);
  return (
    <>
      <p className="line">
        <TwinName twin={twin} />
        <Lozenge appearance={words.appearance}>{shortOf(twin, budget)}</Lozenge>
        {twin.since !== null && <span className="quiet">{words.since} <Ago then={twin.since} context={context} /></span>}
      </p>
      {meaning !== null && <p className="meaning" dir="auto">{meaning}</p>}
    </>
  );
}

function TwinName({ twin }: { twin: Twin }) {
  if (twin.url === null) return <span>{twin.key}</span>;
  return (
    <a className="twin" href={twin.url} target="_blank" rel="noopener noreferrer">
      {twin.key}{' '}
      <LinkExternalIcon label="(opens in a new tab)" size="small" color="currentColor" />
    </a>
  );
}
