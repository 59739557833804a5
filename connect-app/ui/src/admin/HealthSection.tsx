import { Lozenge } from '../shell/Lozenge';
import { useState } from 'react';
import type { HostContext } from '../host/bridge';
import { Ago } from '../shell/Ago';
import { Notice } from '../shell/Notice';
import { Section } from '../shell/Section';
import type { Admin } from './admin';
import { Do } from './Do';
import type { Connection, Overview } from './overview';
import { useAction } from './useAction';
import { CONNECTION } from './wording';

/** Whether all that is set up is being mirrored, and the connection to Linear. */
export function HealthSection({ known, admin, context }: { known: Overview; admin: Admin; context: HostContext }) {
  const { health, connection } = known;
  return (
    <Section title="Health" busy={false}>
      {health.problems.map((problem) => (
        <div className="spaced" key={problem}>
          <Notice kind="warning" title="Not everything is mirrored">{problem}</Notice>
        </div>
      ))}
      {health.works && <p className="spaced">Everything that is set up is being mirrored.</p>}
      <ConnectionLine connection={connection} admin={admin} context={context} />
    </Section>
  );
}

function ConnectionLine({ connection, admin, context }: { connection: Connection; admin: Admin; context: HostContext }) {
  const words = CONNECTION[connection.state];
  return (
    <>
      <p className="row">
        <span>Linear</span>
        <Lozenge appearance={words.appearance}>{words.short}</Lozenge>
        {connection.workspace !== null && <span>{connection.workspace.name}</span>}
        {connection.since !== null && <span className="quiet">connected <Ago then={connection.since} context={context} /></span>}
      </p>
      {connection.state !== 'connected' && <Connect admin={admin} again={connection.state === 'paused'} />}
    </>
  );
}

/** The browser lets a frame open a page only at a press, so the address becomes a link to press. */
function Connect({ admin, again }: { admin: Admin; again: boolean }) {
  const [address, setAddress] = useState<string | null>(null);
  const connect = useAction(async () => setAddress(await admin.connect()), () => undefined);
  if (address === null) return <Do action={connect} primary>{again ? 'Connect Linear again' : 'Connect Linear'}</Do>;
  return (
    <p>
      <a href={address} target="_blank" rel="noopener noreferrer" className="go-on">
        Go on in Linear <span className="visually-hidden">(opens in a new tab)</span>
      </a>{' '}
      <span className="quiet">This page notices by itself when you have agreed there.</span>
    </p>
  );
}
