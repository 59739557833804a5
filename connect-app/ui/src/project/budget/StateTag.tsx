import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import CheckIcon from '@atlaskit/icon/core/check-mark';
import type { Verdict } from './report';
import { STATE } from './wording';

const ICONS = { under: ArrowDownIcon, on: CheckIcon, over: ArrowUpIcon };

/** How a budget stands to its target: a sign, words, and only then a colour. */
export function StateTag({ state }: { state: Verdict['state'] }) {
  const Icon = ICONS[state];
  return <span className={`tag tag-${state}`}><Icon label="" color="currentColor" size="small" />{STATE[state]}</span>;
}
