import { day, prose, spaceOf } from '../decision/parse';
import { fields, list } from '../shell/parse';
import type { Answers } from './record';

/** What was answered before a reload. @throws Unreadable, naming the field. */
export function answersIn(value: unknown): Answers {
  const given = fields(value, 'answers');
  return {
    title: prose(given['title'], 'title'),
    because: prose(given['because'], 'because'),
    space: spaceOf(given['space']),
    status: given['status'] === 'proposed' ? 'proposed' : 'accepted',
    decidedBy: list(given['decidedBy'], (it) => prose(it, 'decidedBy'), 'decidedBy'),
    reviewOn: day(given['reviewOn']),
  };
}
