import './saving.css';
import Button from '@atlaskit/button/default/button';
import { useId } from 'react';
import { asText } from './asText';
import type { Clash, Edited } from './document';

export { asText } from './asText';

interface ClashNoticeProps {
  edited: Pick<Edited<unknown>, 'conflicts' | 'settle'>;
  /** What people call the part, for instance "So that". */
  nameOf: (clash: Clash) => string;
  /** How people see a value that is no text. */
  show?: (value: unknown, clash: Clash) => string;
}

/** What two people changed at the same time: both versions, and the choice. Nothing is there while there is nothing to choose. */
export function ClashNotice({ edited, nameOf, show = asText }: ClashNoticeProps) {
  const { conflicts, settle } = edited;
  if (conflicts.length === 0) return null;
  return (
    <section className="clashes" role="alert">
      <p className="clashes-title">Somebody else changed this at the same time</p>
      <p>Theirs is stored and on show; yours is kept until you choose.</p>
      {conflicts.map((it) => (
        <Choice key={JSON.stringify(it.path)} clash={it} name={nameOf(it)} show={(value) => show(value, it)} settle={settle} />
      ))}
    </section>
  );
}

interface ChoiceProps {
  clash: Clash;
  name: string;
  show: (value: unknown) => string;
  settle: Edited<unknown>['settle'];
}

function Choice({ clash, name, show, settle }: ChoiceProps) {
  const id = useId();
  return (
    <div className="clash" role="group" aria-labelledby={id}>
      <p id={id}>{name}</p>
      <dl className="clash-versions">
        <div><dt>Yours</dt><dd dir="auto">{show(clash.mine)}</dd></div>
        <div><dt>Theirs</dt><dd dir="auto">{show(clash.theirs)}</dd></div>
      </dl>
      <div className="clash-choices">
        <Button spacing="compact" onClick={() => settle(clash, 'mine')}>Keep mine</Button>
        <Button spacing="compact" onClick={() => settle(clash, 'theirs')}>Take theirs</Button>
      </div>
    </div>
  );
}
