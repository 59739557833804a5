import { asText, ClashNotice } from '../shell/ClashNotice';
import type { Clash } from '../shell/document';
import { isFields } from '../shell/json';
import type { Sending } from './useSending';
import { FIELD } from './wording';

const nameOf = ({ path }: Clash): string => FIELD[path[0] ?? ''] ?? 'This decision';

/** Objections are records; the others are texts, or lists of them. */
const show = (value: unknown): string =>
  Array.isArray(value) && value.some(isFields)
    ? value.filter(isFields).map(({ who, because }) => `${asText(who)}: ${asText(because)}`).join('\n')
    : asText(value);

/** What somebody else wrote into the same fields while the form was open: both texts, and the choice. */
export function Clashes({ sending: { clashes, settle } }: { sending: Sending }) {
  return <ClashNotice edited={{ conflicts: clashes, settle }} nameOf={nameOf} show={show} />;
}
