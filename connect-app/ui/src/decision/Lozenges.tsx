import { Lozenge } from '../shell/Lozenge';
import type { Space, Status } from './decision';
import { SPACE, STATUS } from './wording';

/** Where a decision stands; `text` is what it says where that is none of the four. Nothing where it says nothing. */
export function StatusLozenge({ status, text = '' }: { status: Status | null; text?: string }) {
  if (status === null) return text === '' ? null : <Lozenge>{text}</Lozenge>;
  const { appearance, short } = STATUS[status];
  return <Lozenge appearance={appearance}>{short}</Lozenge>;
}

/** Whose decision it is: the space, and who decides there. */
export function SpaceLozenge({ space }: { space: Space | null }) {
  if (space === null) return null;
  const { short, decides } = SPACE[space];
  return <Lozenge>{`${short}: ${decides.toLowerCase()}`}</Lozenge>;
}
