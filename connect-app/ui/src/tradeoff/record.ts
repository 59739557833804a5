import { BLANK, type Decision, type Space, type Written } from '../decision/decision';
import type { Option, Tradeoff } from './tradeoff';
import { optionName, PARTS, RISK, SEVERITY } from './wording';

/** What a person is asked when a choice becomes a decision. */
export interface Answers {
  readonly title: string;
  readonly because: string;
  readonly space: Space | null;
  readonly status: 'proposed' | 'accepted';
  readonly decidedBy: readonly string[];
  readonly reviewOn: string | null;
}

interface Place {
  readonly issueKey: string;
  readonly summary: string;
  /** `2026-12-31` */
  readonly today: string;
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/** One item of a Markdown list, its parts below it; nothing that somebody wrote begins a line. */
function item(option: Option, chosen: string): string {
  const parts = PARTS.filter(([part]) => option[part].trim() !== '').map(([part, label]) => `  - ${label}: ${oneLine(option[part])}`);
  return [`- ${oneLine(optionName(option))}${option.id === chosen ? ' (chosen)' : ''}`, ...parts].join('\n');
}

function contextOf({ risks }: Tradeoff, { issueKey, summary }: Place): string {
  const raised = risks.filter((it) => !it.settled && it.text.trim() !== '').map((it) => `- ${RISK[it.kind]}: ${oneLine(it.text)}`);
  const about = `This is about ${issueKey}${summary.trim() === '' ? '' : `: ${oneLine(summary)}`}.`;
  return raised.length === 0 ? about : `${about}\n\nRisks raised:\n\n${raised.join('\n')}`;
}

function skippedOf({ skip }: Tradeoff): string {
  const lines = [
    skip.capability.trim() && `What we lose: ${oneLine(skip.capability)}`,
    skip.when.trim() && `When: ${oneLine(skip.when)}`,
    skip.severity !== null && `How bad: ${SEVERITY[skip.severity].short.toLowerCase()}`,
  ];
  return lines.filter(Boolean).map((line) => `- ${line}`).join('\n');
}

const consequencesOf = (option: Option): string =>
  PARTS.filter(([part]) => option[part].trim() !== '').map(([part, label]) => `- ${label}: ${oneLine(option[part])}`).join('\n');

/** The decision that a choice becomes: what was weighed is its context and its options, the choice its outcome. */
export function decisionFrom(it: Tradeoff, option: Option, answers: Answers, place: Place): Written {
  return {
    ...BLANK,
    title: oneLine(answers.title),
    status: answers.status,
    space: answers.space,
    context: contextOf(it, place),
    options: it.options.map((one) => item(one, option.id)).join('\n'),
    decision: `We choose “${oneLine(optionName(option))}”, because ${answers.because.trim()}`,
    consequences: consequencesOf(option),
    skipped: skippedOf(it),
    decidedBy: answers.decidedBy,
    decidedOn: answers.status === 'accepted' ? place.today : null,
    reviewOn: answers.reviewOn,
  };
}

/** The decision that an earlier choice became and that a new one takes the place of; null where none stands in its way. */
export const replacedByChoice = ({ chosen }: Tradeoff, all: readonly Decision[]): Decision | null =>
  all.find((it) => it.id === chosen?.decision && it.unreadable === null && it.supersededBy === null
    && (it.status === 'accepted' || it.status === 'proposed')) ?? null;
