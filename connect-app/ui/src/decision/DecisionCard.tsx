import { type ReactNode, useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Chain } from './Chain';
import { DecisionText } from './DecisionText';
import type { DecisionRowProps } from './DecisionRow';
import type { Written } from './decision';
import { AcceptForm, DissentForm, Editor } from './lazy';
import { maySupersede, mayBecome, successorOf } from './log';
import { Removal } from './Removal';
import { titleOf } from './wording';

type Doing = 'reading' | 'editing' | 'accepting' | 'dissenting' | 'superseding' | 'removing';

export interface CardProps extends Omit<DecisionRowProps, 'isOpen' | 'toggle'> {
  /** Puts the focus on the decision's title. */
  focusHead: () => void;
}

/** An opened decision: to read, and for those who may, to edit, accept, contradict, supersede and delete. */
export function DecisionCard({ of: it, log, mayEdit, here, goTo, writes, focusHead }: CardProps) {
  const [doing, setDoing] = useState<Doing>('reading');
  useEffect(() => {
    if (doing === 'reading' || doing === 'removing') return undefined;
    writes(it, true);
    return () => writes(it, false);
  }, [doing]);
  const read = () => {
    setDoing('reading');
    focusHead();
  };
  const save = (words: Written, base = it) => log.save(base, words);
  const shared = { known: it, here, done: read, cancel: read };

  switch (doing) {
    case 'editing':
      return <Editor {...shared} begin={it} heading={`Edit “${titleOf(it)}”`} send={save} />;
    case 'superseding':
      return (
        <Editor {...shared} begin={successorOf(it)} known={null} heading={`A new decision in place of “${titleOf(it)}”`}
          send={(words) => log.create(words)}
          done={(id) => {
            read();
            goTo(id);
          }} />
      );
    case 'reading':
    case 'accepting':
    case 'dissenting':
    case 'removing':
      return (
        <>
          <Chain of={it} all={log.all} open={goTo} />
          <DecisionText of={it} locale={here.context.locale} />
          {doing === 'accepting' && <AcceptForm {...shared} send={save} />}
          {doing === 'dissenting' && <DissentForm {...shared} send={save} />}
          {doing === 'removing' && <Removal of={it} log={log} cancel={read} />}
          {doing === 'reading' && mayEdit && <Ways of={it} go={setDoing} />}
        </>
      );
  }
}

/** What can be done with it. */
function Ways({ of: it, go }: { of: CardProps['of']; go: (doing: Doing) => void }) {
  const title = titleOf(it);
  const way = (doing: Doing, words: string, primary = false): ReactNode => (
    <Button spacing="compact" appearance={primary ? 'primary' : 'default'} onClick={() => go(doing)} aria-label={`${words}: ${title}`}>
      {words}
    </Button>
  );
  return (
    <div className="actions">
      {it.status !== 'accepted' && mayBecome(it.status, 'accepted') && way('accepting', 'Accept', true)}
      {way('editing', 'Edit')}
      {way('dissenting', 'Add dissent')}
      {maySupersede(it) && way('superseding', 'Supersede with a new decision')}
      {way('removing', 'Delete')}
    </div>
  );
}
