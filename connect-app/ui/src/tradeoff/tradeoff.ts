/** How bad it is if nothing is done. */
export type Severity = 'low' | 'medium' | 'high' | 'critical';

export type RiskKind = 'architecture' | 'timeline' | 'requirements' | 'dependency';

export const SEVERITIES: readonly Severity[] = ['low', 'medium', 'high', 'critical'];
export const RISK_KINDS: readonly RiskKind[] = ['architecture', 'timeline', 'requirements', 'dependency'];

/** What happens if we skip this. */
export interface Skip {
  /** What people will not be able to do. */
  readonly capability: string;
  readonly when: string;
  readonly severity: Severity | null;
}

export interface Option {
  readonly id: string;
  readonly title: string;
  readonly gain: string;
  readonly cost: string;
  readonly risk: string;
}

/** Who did something and when. Stamped by the server: null until it has answered. */
export interface Stamp {
  /** An account id. */
  readonly by: string | null;
  /** ISO 8601, UTC. */
  readonly at: string | null;
}

export interface Chosen extends Stamp {
  /** The id of an option, which may be gone by now. */
  readonly option: string;
  readonly because: string;
  /** The id of the decision that it became, or null before it did. */
  readonly decision: string | null;
}

export interface Risk extends Stamp {
  readonly id: string;
  readonly kind: RiskKind;
  readonly text: string;
  readonly settled: boolean;
}

/** The issue property `tandem.tradeoff`. */
export interface Tradeoff {
  readonly v: 1;
  readonly skip: Skip;
  readonly options: readonly Option[];
  readonly chosen: Chosen | null;
  readonly risks: readonly Risk[];
}

export const MOST_OPTIONS = 20;
export const MOST_RISKS = 50;
/** Characters of each text. */
export const LONGEST_TEXT = 2_000;

/** Where what is written into a form of this panel is kept until it is saved. */
export const draftPath = (issueId: string, form: string): string => `/api/panel/issues/${issueId}/tradeoff/${form}`;
