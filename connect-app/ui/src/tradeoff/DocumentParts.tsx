import { useState } from 'react';
import type { Here } from '../decision/here';
import type { DecisionLog } from '../decision/useDecisions';
import { asText, ClashNotice } from '../shell/ClashNotice';
import type { Clash, Edited } from '../shell/document';
import { isFields } from '../shell/json';
import { OptionsPart } from './OptionsPart';
import { RisksPart } from './RisksPart';
import { SkipPart } from './SkipPart';
import type { Option, Tradeoff } from './tradeoff';
import type { Editing } from './Words';
import { partName } from './wording';

interface DocumentPartsProps {
  edited: Edited<Tradeoff>;
  editing: Editing;
  log: DecisionLog;
  here: Here;
  /** Shows a decision of the issue. */
  goTo: (id: string) => void;
}

/** All that is kept in the issue's own document. */
export function DocumentParts({ edited, editing, ...rest }: DocumentPartsProps) {
  const [choosing, choose] = useState<Option | null>(null);
  return (
    <>
      <ClashNotice edited={edited} nameOf={({ path }) => partName(path, editing.document)} show={inWords} />
      <SkipPart editing={editing} />
      <OptionsPart editing={editing} choosing={choosing} choose={choose} {...rest} />
      <RisksPart editing={editing} here={rest.here} />
    </>
  );
}

/** A choice is a record, and its reason is what people wrote of it. */
const inWords = (value: unknown, { path }: Clash): string =>
  path[0] === 'chosen' && isFields(value) ? asText(value['because']) : asText(value);
