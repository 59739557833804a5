import './twin.css';
import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import { Lozenge } from './Lozenge';
import type { HostContext } from '../host/bridge';
import { Ago } from './Ago';
import { type Twin, TWIN } from './twin';

interface TwinLineProps {
  twin: Twin;
  context: HostContext;
  /** What the lozenge says and what it means, where the panel knows better than {@link TWIN}. */
  short?: string;
  meaning?: string | null;
}

/** The issue in Linear: which one, how it stands to this one, since when, and why. */
export function TwinLine({ twin, context, short, meaning = TWIN[twin.state].meaning }: TwinLineProps) {
  const words = TWIN[twin.state];
  const why = twin.why ?? meaning;
  return (
    <>
      <p className="line">
        <TwinName twin={twin} />
        <Lozenge appearance={words.appearance}>{short ?? words.short}</Lozenge>
        {twin.since !== null && <span className="quiet">{words.since} <Ago then={twin.since} context={context} /></span>}
      </p>
      {why !== null && <p className="meaning" dir="auto">{why}</p>}
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
