import { type FormEvent, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import Select from '@atlaskit/select/Select';
import Textfield from '@atlaskit/textfield';
import { fields } from '../shell/parse';
import { MENU_HEIGHT, useRoomBelow } from '../shell/room';
import { type DraftPlace, useTyped } from '../shell/typed';
import { LONGEST_TEXT, type RiskKind, RISK_KINDS } from './tradeoff';
import { RISK } from './wording';

export interface AddFormProps {
  /** What is written into the line. */
  label: string;
  /** Whether a kind of risk is chosen first. */
  kinds?: boolean;
  /** Where what is written is kept until it is added. */
  draft: DraftPlace;
  add: (text: string, kind: RiskKind) => void;
  leave: () => void;
}

interface Option {
  readonly value: RiskKind;
  readonly label: string;
}

const KINDS: readonly Option[] = RISK_KINDS.map((value) => ({ value, label: RISK[value] }));

interface Words {
  readonly text: string;
  readonly kind: RiskKind;
}

const BEGIN: Words = { text: '', kind: 'architecture' };

function wordsIn(value: unknown): Words {
  const { text, kind } = fields(value, 'words');
  return { text: typeof text === 'string' ? text.slice(0, LONGEST_TEXT) : '', kind: RISK_KINDS.find((it) => it === kind) ?? BEGIN.kind };
}

/** Enter adds and stays for the next one, Escape leaves. */
export function AddForm({ label, kinds = false, draft, add, leave }: AddFormProps) {
  const { words: { text, kind }, set, drop } = useTyped({ ...draft, parse: wordsIn, begin: BEGIN, worth: (it) => it.text.trim() !== '' });
  const [menu, setMenu] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLFormElement>(null);
  useRoomBelow(box, menu);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    field.current?.focus();
    if (text.trim() === '') return;
    add(text.trim(), kind);
    set({ text: '' });
  };
  const end = () => {
    drop();
    leave();
  };
  return (
    <form ref={box} className="add-line" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && !menu && end()}>
      {kinds && (
        <div className="add-kind">
          <Select<Option> isSearchable={false} spacing="compact" aria-label="Kind of risk" options={KINDS} maxMenuHeight={MENU_HEIGHT - 20}
            value={KINDS.find((it) => it.value === kind) ?? null} onMenuOpen={() => setMenu(true)} onMenuClose={() => setMenu(false)}
            onChange={(next) => { if (next !== null) set({ kind: next.value }); }} />
        </div>
      )}
      <div className="add-text">
        <Textfield ref={field} isCompact autoFocus aria-label={label} placeholder={label} value={text} maxLength={LONGEST_TEXT}
          onChange={({ currentTarget }) => set({ text: currentTarget.value })} />
      </div>
      <Button type="submit" spacing="compact">Add</Button>
      <Button spacing="compact" appearance="subtle" onClick={end}>Done</Button>
    </form>
  );
}
