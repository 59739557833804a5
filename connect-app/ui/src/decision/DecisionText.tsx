import type { Decision } from './decision';
import { dayWords, listed, SECTIONS } from './wording';

/** A decision to read. Its Markdown is text with the line breaks that people wrote; nothing of it is HTML. */
export function DecisionText({ of: it, locale }: { of: Decision; locale: string }) {
  const told = SECTIONS.filter(([field]) => it[field].trim() !== '');
  return (
    <div className="decision-text">
      <Facts of={it} locale={locale} />
      {told.length === 0 && <p className="quiet">Only the title is written so far. Say in a line what was decided, and why.</p>}
      {told.map(([field, heading]) => (
        <section key={field}>
          <h4 className="decision-heading">{heading}</h4>
          <p className="markdown" dir="auto">{it[field].trim()}</p>
        </section>
      ))}
      {it.dissent.length > 0 && (
        <section>
          <h4 className="decision-heading">Dissent</h4>
          <ul className="dissents">
            {it.dissent.map(({ who, because }, at) => (
              <li dir="auto" key={at}><strong>{who}</strong>{because === '' ? ' disagrees' : `: ${because}`}</li>
            ))}
          </ul>
        </section>
      )}
      {it.more.length > 0 && (
        <p className="quiet">Kept with this decision and not shown here: {listed(it.more)}. Open its document in Linear to read them.</p>
      )}
    </div>
  );
}

function Facts({ of: it, locale }: { of: Decision; locale: string }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Decided by', listed(it.decidedBy)],
    ['Decided on', it.decidedOn === null ? '' : dayWords(it.decidedOn, locale)],
    ['Review on', it.reviewOn === null ? '' : dayWords(it.reviewOn, locale)],
  ];
  const told = facts.filter(([, words]) => words !== '');
  if (told.length === 0) return null;
  return (
    <dl className="facts">
      {told.map(([term, words]) => (
        <div className="fact" key={term}>
          <dt>{term}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
