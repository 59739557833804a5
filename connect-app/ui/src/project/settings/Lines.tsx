import { type ReactNode, useRef } from 'react';
import { AddLine } from './AddLine';
import { LineField, Remove } from './Line';
import { MOST, newLines, replaced } from './settings';

interface LinesProps {
  /** What one of them is called: "item". */
  one: string;
  lines: readonly string[];
  longest: number;
  mayEdit: boolean;
  /** `words` name the change for undo and for screen readers. */
  change: (lines: readonly string[], words: string) => void;
  /** What stands behind a line. */
  beside?: (index: number) => ReactNode;
}

/** An ordered list of lines. Enter adds one and stays; pasting several makes several. */
export function Lines(props: LinesProps) {
  const { one, lines, longest, mayEdit, change, beside } = props;
  const field = useRef<HTMLInputElement>(null);
  if (!mayEdit) return <LinesRead lines={lines} beside={beside} />;
  const name = one.charAt(0).toUpperCase() + one.slice(1);
  const remove = (index: number) => {
    change(replaced(lines, index, null), `${name} removed`);
    // The row is gone, and the focus would be with it.
    field.current?.focus();
  };
  const edit = (index: number, typed: string) =>
    typed === '' || lines.includes(typed) ? remove(index) : change(replaced(lines, index, typed), `${name} changed`);
  const add = (typed: string) => {
    const fresh = newLines(typed, lines).map((it) => it.slice(0, longest));
    if (fresh.length > 0) change([...lines, ...fresh].slice(0, MOST), fresh.length === 1 ? `${name} added` : `${fresh.length} added`);
  };
  return (
    <ol className="lines-edit">
      {lines.map((line, index) => (
        <li key={index}>
          <LineField label={`${name} ${index + 1}`} value={line} longest={longest} commit={(typed) => edit(index, typed)} />
          {beside?.(index)}
          <Remove label={`Remove ${one} ${index + 1}`} remove={() => remove(index)} />
        </li>
      ))}
      {lines.length < MOST && <li><AddLine field={field} one={one} longest={longest} add={add} /></li>}
    </ol>
  );
}

function LinesRead({ lines, beside }: Pick<LinesProps, 'lines'> & { beside: LinesProps['beside'] }) {
  if (lines.length === 0) return <p className="quiet">None.</p>;
  return <ol className="lines-read">{lines.map((line, index) => <li key={index}><bdi>{line}</bdi> {beside?.(index)}</li>)}</ol>;
}
