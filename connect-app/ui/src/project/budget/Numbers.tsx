import { type ReactNode, useId } from 'react';

interface NumbersProps {
  /** What the table holds. */
  caption: string;
  heads: readonly string[];
  /** The first cell of a row is its head. */
  rows: readonly (readonly ReactNode[])[];
}

/** The numbers behind a chart, out of the way until somebody asks for them. */
export function Numbers({ caption, heads, rows }: NumbersProps) {
  const id = useId();
  return (
    <details className="numbers">
      <summary>Show the numbers</summary>
      {/* Wider than a phone: it scrolls in its own box, by keyboard, too. */}
      <div className="numbers-scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <table>
          <caption id={id} className="visually-hidden">{caption}</caption>
          <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {rows.map(([head, ...cells], index) => (
              <tr key={index}>
                <th scope="row">{head}</th>
                {cells.map((cell, column) => <td key={column}>{cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
