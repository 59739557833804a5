/** Where a decision stands. The words are those of MADR and of Nygard's records. */
export type Status = 'proposed' | 'accepted' | 'rejected' | 'superseded';

/** Whose decision it is by nature: product's, engineering's, both. */
export type Space = 'problem' | 'solution' | 'outcome';

export const STATUSES: readonly Status[] = ['proposed', 'accepted', 'rejected', 'superseded'];
export const SPACES: readonly Space[] = ['problem', 'solution', 'outcome'];

/** Who does not agree, and why. */
export interface Dissent {
  readonly who: string;
  readonly because: string;
}

/** What people write of a decision: all that is sent when it is saved. Texts are Markdown, shown as they are. */
export interface Written {
  readonly title: string;
  /** Null where the decision says none of the four; then it is in {@link Decision.statusText}. */
  readonly status: Status | null;
  readonly space: Space | null;
  readonly context: string;
  readonly decision: string;
  readonly consequences: string;
  /** What happens if we skip it. */
  readonly skipped: string;
  /** The options considered. */
  readonly options: string;
  readonly dissent: readonly Dissent[];
  readonly decidedBy: readonly string[];
  /** `2026-12-31`, as the two below. */
  readonly decidedOn: string | null;
  readonly reviewOn: string | null;
  /** The id of the decision that this one replaces, or what somebody wrote in its place; may be empty. */
  readonly supersedes: string;
}

/** One decision of an issue as the backend gives it, see docs/api.md. */
export interface Decision extends Written {
  readonly id: string;
  /** The version that a save builds on. */
  readonly etag: string;
  /** One sentence, where the stored decision cannot be read. Such a decision is shown and left alone. */
  readonly unreadable: string | null;
  readonly statusText: string;
  readonly supersededBy: string | null;
  /** Headings of sections that are kept with the decision and not shown. */
  readonly more: readonly string[];
}

export const BLANK: Written = {
  title: '', status: 'proposed', space: null, context: '', decision: '', consequences: '', skipped: '', options: '',
  dissent: [], decidedBy: [], decidedOn: null, reviewOn: null, supersedes: '',
};

const WRITTEN = Object.keys(BLANK) as (keyof Written)[];

/** What a save sends: only what people write, also of a decision, which holds more. */
export const writtenOf = (it: Written): Written => Object.fromEntries(WRITTEN.map((key) => [key, it[key]])) as unknown as Written;
