import { useRef } from 'react';
import { Lozenge } from '../shell/Lozenge';
import Button from '@atlaskit/button/default/button';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { useRefocus } from '../decision/useRefocus';
import { Section } from '../shell/Section';
import { AddLine } from './AddLine';
import { ChoicePart, type ChoiceProps } from './ChoicePart';
import { freshId, optionSays, withOption, withoutOption } from './change';
import { IconButton } from './IconButton';
import { draftPath, MOST_OPTIONS, type Option } from './tradeoff';
import { type Editing, Words } from './Words';
import { briefly, EMPTY, optionName, PARTS } from './wording';

/** The ways to do it, side by side, and the one that was chosen. */
export function OptionsPart(choice: ChoiceProps) {
  const { editing, choose, here } = choice;
  const { document: { options }, mayEdit, edit } = editing;
  const add = (title: string) => edit(withOption(freshId('o', Math.random), title), `Option “${briefly(title)}” added`);
  return (
    <Section title="Options" busy={false}>
      {options.length === 0 && <p className="quiet spaced">{EMPTY.options}</p>}
      {options.length > 0 && <Table editing={editing} choose={choose} />}
      {mayEdit && options.length < MOST_OPTIONS && (
        <AddLine words="Add an option" label="Name of the option" draft={{ path: draftPath(here.issueId, 'option'), me: here.me }} add={add} />
      )}
      {mayEdit && options.length >= MOST_OPTIONS && <p className="quiet">{`${MOST_OPTIONS} options are as many as can be compared here.`}</p>}
      <ChoicePart {...choice} />
    </Section>
  );
}

/** The roles are said once more: a table that is drawn as cards is no table to some screen readers. */
function Table({ editing, choose }: { editing: Editing; choose: (option: Option) => void }) {
  const table = useRef<HTMLTableElement>(null);
  useRefocus(table, editing.document.options.length);
  return (
    <table className="options" role="table" aria-label="Options" ref={table} tabIndex={-1}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Option</th>
          {PARTS.map(([part, label]) => <th role="columnheader" scope="col" key={part}>{label}</th>)}
          {editing.mayEdit && <th role="columnheader" scope="col"><span className="visually-hidden">What to do</span></th>}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {editing.document.options.map((it) => <Row option={it} editing={editing} choose={choose} key={it.id} />)}
      </tbody>
    </table>
  );
}

function Row({ option, editing, choose }: { option: Option; editing: Editing; choose: (option: Option) => void }) {
  const name = briefly(optionName(option));
  const isChosen = editing.document.chosen?.option === option.id;
  return (
    <tr role="row" className={isChosen ? 'chosen' : ''}>
      <th role="rowheader" scope="row">
        <Words editing={editing} label={`Name of ${name}`} value={option.title} placeholder="Name"
          says={(title) => optionSays(option.id, { title })} />
        {isChosen && <Lozenge appearance="success">Chosen</Lozenge>}
      </th>
      {PARTS.map(([part, label, placeholder]) => (
        <td role="cell" key={part}>
          <span className="cell-label" aria-hidden="true">{label}</span>
          <Words editing={editing} label={`${label} of ${name}`} value={option[part]} placeholder={placeholder} lines="wrap"
            says={(text) => optionSays(option.id, { [part]: text })} />
        </td>
      ))}
      {editing.mayEdit && (
        <td role="cell" className="row-actions">
          {!isChosen && <Button spacing="compact" aria-label={`Choose ${name}`} onClick={() => choose(option)}>Choose</Button>}
          <IconButton icon={DeleteIcon} label={`Remove ${name}`}
            run={() => editing.remove(withoutOption(option.id), `Option “${name}” removed`)} />
        </td>
      )}
    </tr>
  );
}
