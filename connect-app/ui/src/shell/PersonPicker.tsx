import './inline.css';
import { lazy, Suspense, useState } from 'react';
import type { HostBridge } from '../host/bridge';
import { nameOf } from './people';
import { usePeople } from './usePeople';
import { useReturn } from './useReturn';

const load = () => import('./PersonSelect');
const PersonSelect = lazy(() => load().catch(() => ({ default: NotLoaded })));

export interface PersonPickerProps {
  bridge: HostBridge;
  issueId: string;
  /** The name of the field, for screen readers. */
  label: string;
  /** Account ids, at most 90. */
  value: readonly string[];
  onChange: (ids: readonly string[]) => void;
  /** Said where nobody is chosen. */
  placeholder?: string;
  /** One person at most, instead of many. */
  single?: boolean;
  readOnly?: boolean;
}

/** Who is meant: names that become a field when they are pressed. The field is loaded when it is first used. */
export function PersonPicker(props: PersonPickerProps) {
  const { bridge, issueId, label, value, placeholder = 'Nobody yet', readOnly = false } = props;
  const [open, setOpen] = useState(false);
  const { to, back } = useReturn(open);
  const close = (toButton: boolean) => {
    back(toButton);
    setOpen(false);
  };
  const people = usePeople(bridge, issueId, value);
  const names = value.map((id) => nameOf(people.get(id))).join(', ');
  const shown = <span className={names === '' ? 'inline-placeholder' : ''} dir="auto">{names === '' ? placeholder : names}</span>;
  if (readOnly) return <span className="inline-text inline-read-only">{shown}</span>;
  if (open) {
    return (
      <Suspense fallback={<span className="inline-text">{shown}</span>}>
        <PersonSelect {...props} people={people} close={close} />
      </Suspense>
    );
  }
  return (
    <button
      type="button"
      ref={to}
      className="inline-text"
      aria-label={`${label}: ${names === '' ? placeholder : names}. Edit`}
      onClick={() => setOpen(true)}
      onPointerEnter={() => void load().catch(() => undefined)}
    >
      {shown}
    </button>
  );
}

function NotLoaded({ close }: { close: (back: boolean) => void }) {
  return (
    <p className="line" role="status">
      This could not be loaded, so nothing was changed. Reload the page when there is a connection.
      <button type="button" className="keys-button" autoFocus onClick={() => close(true)}>Close</button>
    </p>
  );
}
