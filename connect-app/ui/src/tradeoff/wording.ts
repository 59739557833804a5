import type { Key } from '../shell/Keys';
import type { Path } from '../shell/json';
import type { Option, RiskKind, Severity, Tradeoff } from './tradeoff';

interface Words {
  readonly short: string;
  readonly appearance: 'neutral' | 'warning' | 'danger';
}

export const SEVERITY: Record<Severity, Words> = {
  low: { short: 'Low', appearance: 'neutral' },
  medium: { short: 'Medium', appearance: 'neutral' },
  high: { short: 'High', appearance: 'warning' },
  critical: { short: 'Critical', appearance: 'danger' },
};

export const RISK: Record<RiskKind, string> = {
  architecture: 'Architectural complexity',
  timeline: 'Timeline',
  requirements: 'Unclear requirements',
  dependency: 'Hidden dependency',
};

export const EMPTY = {
  skip: 'Nobody has said yet what happens if this is skipped. One honest line helps to compare.',
  options: 'No option yet. Write down two ways to do it, what each gains, costs and risks, and choose one.',
  risks: 'No risk raised yet. Say early what could go wrong: it is cheapest now.',
} as const;

export type OptionPart = keyof Omit<Option, 'id' | 'title'>;

export const PARTS: readonly (readonly [OptionPart, string, string])[] = [
  ['gain', 'Gain', 'What it gains'],
  ['cost', 'Cost', 'What it costs'],
  ['risk', 'Risk', 'What could go wrong'],
];

export const optionName = ({ title }: Pick<Option, 'title'>): string => title.trim() || 'Option without a name';

/** For what is read aloud: the beginning of a long text. */
export const briefly = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 60).trimEnd()}…`);

const SKIP_PART: Readonly<Record<string, string>> = { capability: 'What we lose', when: 'When we lose it', severity: 'How bad' };
const OPTION_PART: Readonly<Record<string, string>> = { title: 'Name', gain: 'Gain', cost: 'Cost', risk: 'Risk' };
const RISK_PART: Readonly<Record<string, string>> = { kind: 'Kind', text: 'Words', settled: 'Settled' };

const withName = (part: string | undefined, of: string): string => (part === undefined ? of : `${part} of ${of}`);

/** What people call a part of the document, where two versions of it are shown. */
export function partName([first = '', second = '', third = '']: Path, { options, risks }: Tradeoff): string {
  switch (first) {
    case 'skip':
      return SKIP_PART[second] ?? 'If we skip this';
    case 'options':
      return withName(OPTION_PART[third], `“${briefly(optionName(options.find(({ id }) => id === second) ?? { title: '' }))}”`);
    case 'risks':
      return withName(RISK_PART[third], `the risk “${briefly(risks.find(({ id }) => id === second)?.text ?? '')}”`);
    case 'chosen':
      return 'The choice';
    default:
      return 'The tradeoffs';
  }
}

export const KEYS: readonly Key[] = [
  { press: 'Enter', does: 'Edit, save' },
  { press: 'Esc', does: 'Put back' },
  { press: 'Ctrl/Cmd + Enter', does: 'Save a form' },
  { press: 'Ctrl/Cmd + Z', does: 'Undo' },
  { press: 'Ctrl/Cmd + Shift + Z', does: 'Do again' },
  { press: '?', does: 'This list' },
];
