import { useEffect, useState } from 'react';
import type { Admin } from './admin';
import type { DecisionForecast, Forecast, ForecastPair } from './forecast';
import { Do } from './Do';
import { Values } from './Values';
import { useAction } from './useAction';
import { decisionForecastWords, forecastWords, writeWords } from './wording';

const NOTHING: Forecast = { pairs: [], looked: 0, unchanged: 0, next: '' };

const joined = (sofar: Forecast, page: Forecast): Forecast => ({
  pairs: [...sofar.pairs, ...page.pairs],
  looked: sofar.looked + page.looked,
  unchanged: sofar.unchanged + page.unchanged,
  next: page.next,
});

/** What a backfill would link and write, read from both trackers page by page. Changes nothing. */
export function DryRun({ project, admin }: { project: string; admin: Admin }) {
  const [sofar, setSofar] = useState(NOTHING);
  const more = useAction(
    async () => {
      const page = await admin.dryRun(project, sofar.next ?? '');
      setSofar(joined(sofar, page));
    },
    () => undefined,
  );
  useEffect(more.run, []);
  const looking = more.busy && sofar === NOTHING;
  return (
    <section className="dry-run" aria-label={`Preview of ${project}`} aria-busy={more.busy}>
      <p role="status">{looking ? 'Looking at both trackers…' : sofar === NOTHING ? '' : forecastWords(sofar)}</p>
      <ul className="pairs">{sofar.pairs.map((pair) => <Line pair={pair} key={pair.linear.key} />)}</ul>
      {!looking && sofar.next !== null && <Do action={more}>{sofar === NOTHING ? 'Try again' : 'Look at more'}</Do>}
    </section>
  );
}

function Line({ pair }: { pair: ForecastPair }) {
  return (
    <li className="pair">
      <Values jira={pair.jira} linear={pair.linear} />
      {pair.wouldLink && <p>The two would be linked.</p>}
      {pair.writes.map((write) => <p key={write.side}>{writeWords(write)} <span className="quiet">({pair.why})</span></p>)}
      {pair.asksAPerson && <p>It would wait for a person: {pair.why}.</p>}
      {pair.decisions.map((it) => <DecisionLine decision={it} key={it.id} />)}
    </li>
  );
}

function DecisionLine({ decision }: { decision: DecisionForecast }) {
  return <p>Decision <q>{decision.title ?? decision.id}</q>: {decisionForecastWords(decision)}</p>;
}
