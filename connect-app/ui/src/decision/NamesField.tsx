import { useState } from 'react';
import { TextLine } from './Fields';
import { names } from './log';

/** Who decided. The line is kept as it is typed; a comma parts two names once it stands between them. */
export function NamesField({ names: given, set }: { names: readonly string[]; set: (names: readonly string[]) => void }) {
  const [line, setLine] = useState(() => given.join(', '));
  const typed = (text: string) => {
    setLine(text);
    set(names(text));
  };
  return <TextLine label="Decided by" value={line} set={typed} hint="Names, parted by commas." />;
}
