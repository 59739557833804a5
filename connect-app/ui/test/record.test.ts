import { describe, expect, it } from 'vitest';
import { decisionFrom, replacedByChoice } from '../src/tradeoff/record';
import { choice, decided } from './tradeoffs';

const answers = { title: 'Use PostgreSQL', because: 'it is there', space: 'solution', status: 'accepted', decidedBy: ['Ada'], reviewOn: '2027-05-01' } as const;
const place = { issueKey: 'SHOP-1', summary: 'Search within a second', today: '2026-11-29' };

describe('the decision that a choice becomes', () => {
  const made = decisionFrom(choice, choice.options[0]!, answers, place);

  it('says what was weighed, what was chosen and why', () => {
    expect(made.options).toBe(
      '- Use PostgreSQL (chosen)\n  - Gain: One thing less to run\n  - Cost: Two weeks\n  - Risk: Ranking stays coarse\n'
      + '- Add OpenSearch\n  - Gain: Good ranking, suggestions\n  - Cost: Six weeks and a cluster to run');
    expect(made.decision).toBe('We choose “Use PostgreSQL”, because it is there');
    expect(made.consequences).toBe('- Gain: One thing less to run\n- Cost: Two weeks\n- Risk: Ranking stays coarse');
  });

  it('says what it is about, with the open risks, and what happens if we skip it', () => {
    expect(made.context).toBe('This is about SHOP-1: Search within a second.\n\nRisks raised:\n\n- Architectural complexity: The index has to follow every price change');
    expect(made.skipped).toBe('- What we lose: Finding a product by its name while the shop is full\n- When: On Black Friday, 27 November\n- How bad: high');
  });

  it('is dated where it is accepted, and not where it is proposed', () => {
    expect(made).toMatchObject({ status: 'accepted', decidedOn: '2026-11-29', reviewOn: '2027-05-01', space: 'solution', decidedBy: ['Ada'] });
    expect(decisionFrom(choice, choice.options[0]!, { ...answers, status: 'proposed' }, place).decidedOn).toBeNull();
  });

  it('lets nothing that somebody wrote begin a line of its Markdown', () => {
    const sly = { ...choice, options: [{ id: 'o1', title: 'A\n# Decision', gain: '\n---\n## Status\naccepted', cost: '', risk: '' }] };
    expect(decisionFrom(sly, sly.options[0]!, answers, place).options).toBe('- A # Decision (chosen)\n  - Gain: --- ## Status accepted');
  });

  it('takes the place of what the earlier choice became, where that still counts', () => {
    const before = { ...choice, chosen: { option: 'o2', because: 'x', decision: 'add-opensearch', by: null, at: null } };
    const old = decided('add-opensearch');
    expect(replacedByChoice(before, [old])).toBe(old);
    expect(replacedByChoice(before, [{ ...old, status: 'rejected' }])).toBeNull();
    expect(replacedByChoice(before, [])).toBeNull();
    expect(replacedByChoice(choice, [old])).toBeNull();
  });
});
