import { useState } from 'react';
import { Announcer } from '../../shell/Announcer';
import { Notice } from '../../shell/Notice';
import { Section } from '../../shell/Section';
import { Answered } from '../Answered';
import type { TabProps } from '../ProjectPage';
import { useAnswer } from '../useAnswer';
import { addressOf, type Chosen } from './address';
import { BurnChart } from './BurnChart';
import { Choice } from './Choice';
import { DebtChart } from './DebtChart';
import { MEASURES, PERIODS, report, type Report } from './report';
import { isEmpty } from './shares';
import { Verdicts } from './Verdicts';
import { burnWords, countedWords, MEASURE, PERIOD } from './wording';

/** The share of each budget against its target, and the trend of the debt. */
export function BudgetTab({ bridge, projectKey }: TabProps) {
  const [chosen, choose] = useState<Chosen>({});
  const answer = useAnswer(bridge, addressOf(projectKey, chosen), report);
  return (
    <Answered answer={answer} what="the budget">
      {(known) => (
        <div className="tab-parts">
          <div className="tools">
            <Choice
              legend="Period" options={PERIODS} names={PERIOD}
              chosen={chosen.by ?? known.by} choose={(by) => choose({ ...chosen, by })}
            />
            <Choice
              legend="Measure" options={MEASURES} names={MEASURE}
              chosen={chosen.measure ?? known.measure} choose={(measure) => choose({ ...chosen, measure })}
            />
          </div>
          <Known report={known} />
          <Announcer news={answer.busy ? null : burnWords(known)} />
        </div>
      )}
    </Answered>
  );
}

function Known({ report }: { report: Report }) {
  if (report.budgets.length === 0) return <NotMapped />;
  if (isEmpty(report)) return <Empty report={report} />;
  return (
    <>
      {report.incomplete !== null && <Notice kind="warning" title="Not every issue is counted">{report.incomplete}</Notice>}
      <Verdicts report={report} />
      <Section title={`What each ${report.by}’s work went into`} busy={false}><BurnChart report={report} /></Section>
      {report.debt.length > 0 && <Section title="Debt" busy={false}><DebtChart report={report} /></Section>}
      <p className="quiet">{countedWords(report.counted, report.measure)}</p>
    </>
  );
}

function NotMapped() {
  return (
    <Notice kind="information" title="This project has no budgets yet">
      Budgets are counted once a Jira admin connects the project to a Linear team, in Tandem’s settings.
    </Notice>
  );
}

function Empty({ report: { budgets, by } }: { report: Report }) {
  const label = budgets[0]?.label;
  return (
    <div className="empty">
      <p className="empty-title">No finished work to count yet</p>
      <p>
        Put a budget on an issue in its Tradeoffs panel{label !== undefined && <>, or the label <code>{label}</code></>}.
        When the issue is done it counts into its {by}.
      </p>
    </div>
  );
}
