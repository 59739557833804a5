import { Section } from '../../shell/Section';
import { Choice } from '../budget/Choice';
import { MEASURES, PERIODS } from '../budget/report';
import { MEASURE, PERIOD } from '../budget/wording';
import type { Settings } from './settings';

interface CountingProps extends Pick<Settings, 'period' | 'measure'> {
  mayEdit: boolean;
  change: (part: Partial<Settings>, words: string) => void;
}

/** What the budget is counted in and by, before a person chooses something else for themselves. */
export function Counting({ period, measure, mayEdit, change }: CountingProps) {
  return (
    <Section title="How the budget is counted" busy={false}>
      <p className="quiet">What the Budget tab and the dashboard gadget show at first.</p>
      {mayEdit
        ? (
          <div className="tools tools-below">
            <Choice
              legend="Period" options={PERIODS} names={PERIOD}
              chosen={period} choose={(it) => change({ period: it }, `Counted by ${it}`)}
            />
            <Choice
              legend="Measure" options={MEASURES} names={MEASURE}
              chosen={measure} choose={(it) => change({ measure: it }, `Counted by ${it}`)}
            />
          </div>
        )
        : <p>By {period}, by {measure === 'count' ? 'number of issues' : 'estimate'}.</p>}
    </Section>
  );
}
