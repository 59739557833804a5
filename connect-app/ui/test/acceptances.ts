import type { Acceptance, Criterion, CriterionType } from '../src/acceptance/acceptance';

/** Criteria of the tests and of the gallery. */
export const criterion = (id: string, text: string, type: CriterionType | null = null, more: Partial<Criterion> = {}): Criterion =>
  ({ id, text, type, met: false, changed: null, ...more });

const HOUR = 3_600_000;
export const hoursAgo = (hours: number, now = Date.now()): string => new Date(now - hours * HOUR).toISOString();

export const FIVE: readonly Criterion[] = [
  criterion('c1', 'A buyer can choose “Pay by invoice” in the checkout', 'ux', { met: true }),
  criterion('c2', 'The invoice address is checked before the order is placed', 'technical', { met: true }),
  criterion('c3', 'Support can see whether an invoice was paid', 'business'),
  criterion('c4', 'A failed check says in plain words what to mend', 'ux'),
  criterion('c5', 'Orders above the credit limit are refused'),
];

export const acceptance = (more: Partial<Acceptance> = {}): Acceptance => ({
  v: 1,
  story: { asA: 'returning buyer', iWant: 'to pay by invoice', soThat: 'I need no card at hand' },
  criteria: FIVE,
  removed: [],
  criteriaChangedAt: null,
  agreed: { product: null, engineering: null, design: null },
  ...more,
});

export const TEMPLATES = [
  { issueType: 'Story', name: 'Something people see', criteria: [
    { text: 'Works by keyboard alone', type: 'ux' },
    { text: 'Its use is measured from the first day', type: 'business' },
    { text: 'Errors are logged', type: 'technical' },
  ] },
  { issueType: 'Story', name: 'An API', criteria: [{ text: 'The change is in the API’s documentation', type: 'technical' }] },
  { issueType: 'Bug', name: 'A fix', criteria: [{ text: 'A test fails without the fix', type: 'technical' }] },
];

export const DONE = ['Reviewed by somebody else', 'Tests are green', 'Documentation is up to date'];
