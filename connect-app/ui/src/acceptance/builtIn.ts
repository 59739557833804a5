import type { CriterionType } from './acceptance';
import type { Template } from './project';

const template = (issueType: string, name: string, ...criteria: readonly [CriterionType, string][]): Template =>
  ({ issueType, name, criteria: criteria.map(([type, text]) => ({ text, type, met: false })) });

/** What Tandem offers where a project has written no template of its own for a type of issue. */
export const BUILT_IN: readonly Template[] = [
  template('Story', 'Something people use',
    ['ux', 'Somebody who sees it for the first time reaches the goal without help'],
    ['ux', 'It works by keyboard alone and with a screen reader'],
    ['ux', 'Where something goes wrong, people read what happened and what they can do; nothing they typed is lost'],
    ['technical', 'Automated tests cover the main path and the failures that are most likely'],
    ['business', 'A number tells whether people use it, and somebody looks at it after the release']),
  template('Bug', 'A fix',
    ['ux', 'The steps in the description no longer show the fault'],
    ['technical', 'A test fails without the fix and passes with it'],
    ['technical', 'The cause is written down, and the places that share it are mended or have an issue of their own'],
    ['technical', 'What the fault left behind, such as wrong data, is mended'],
    ['business', 'Whoever reported it knows from which version on it is gone']),
  template('Task', 'Work inside the system',
    ['technical', 'Nothing that people or other systems rely on has changed, or they were told in time'],
    ['technical', 'Automated tests cover what was changed'],
    ['technical', 'It can be taken back without losing data'],
    ['business', 'The reason for it holds: what was to become faster, safer or cheaper was measured before and after']),
];
