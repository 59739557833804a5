import { FoldSection } from './FoldSection';
import { Hint } from './Hint';
import { hintsFor } from './hints';
import type { Why } from './impact';
import { PLACES, type SectionProps } from './section';
import { TextField } from './TextField';
import { nothingWritten, sentenceOf, WHY_PARTS, type WhyPart, wholeSentence } from './why';

const FIELDS: Record<WhyPart, { readonly label: string; readonly placeholder: string }> = {
  cause: { label: 'Technical cause', placeholder: 'e.g. every search reads the whole table' },
  user: { label: 'User effect', placeholder: 'e.g. shoppers wait 6 seconds for results' },
  business: { label: 'Business effect', placeholder: 'e.g. one order in five is abandoned' },
};

/** Why it matters: one sentence from the technical cause to the user's and the business's effect. */
export function WhySection(props: SectionProps) {
  const { given: { why }, mayEdit } = props;
  const hints = hintsFor(why);
  return (
    <FoldSection fold="why" inShort={inShort(why, hints.length)}>
      {mayEdit || !nothingWritten(why) ? <Sentence why={why} /> : <p className="quiet">Not written yet</p>}
      {mayEdit && WHY_PARTS.map((part) => (
        <div key={part}>
          <TextField {...props} place={PLACES[part]} {...FIELDS[part]} />
          {hints.filter((it) => it.part === part).map((it) => <Hint key={it.words}>{it.words}</Hint>)}
        </div>
      ))}
    </FoldSection>
  );
}

function Sentence({ why }: { why: Why }) {
  return (
    <p className="sentence" dir="auto">
      {sentenceOf(why).map(({ text, gap, part }, at) => (
        gap ? <span className="gap" key={at}>{text}</span> : <span className={part === null ? 'joint' : 'part'} key={at}>{text}</span>
      ))}
    </p>
  );
}

function inShort(why: Why, hints: number): string {
  if (nothingWritten(why)) return '';
  if (!wholeSentence(why)) return 'Unfinished';
  return hints === 0 ? 'Complete' : hints === 1 ? '1 hint' : `${hints} hints`;
}
