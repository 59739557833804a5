import { Lozenge } from '../shell/Lozenge';
import { Section } from '../shell/Section';
import { skipSays } from './change';
import { PickInline } from '../budget/PickInline';
import { SEVERITIES, type Severity } from './tradeoff';
import type { Editing } from './Words';
import { Words } from './Words';
import { EMPTY, SEVERITY } from './wording';

const CHOICES: readonly (readonly [Severity | '', string])[] = [
  ['', 'Not said'], ...SEVERITIES.map((it) => [it, SEVERITY[it].short] as const),
];

/** What happens if we skip this: what people lose, when, and how bad that is. */
export function SkipPart({ editing }: { editing: Editing }) {
  const { document: { skip }, mayEdit, edit } = editing;
  const silent = skip.capability === '' && skip.when === '' && skip.severity === null;
  return (
    <Section title="If we skip this" busy={false}>
      {silent && <p className="quiet spaced">{EMPTY.skip}</p>}
      {(mayEdit || !silent) && (
        <dl className="lines skip">
          <dt>What we lose</dt>
          <dd>
            <Words editing={editing} label="What we lose" value={skip.capability} placeholder="The capability that will be missing" lines="wrap"
              says={(capability) => skipSays({ capability })} />
          </dd>
          <dt>When</dt>
          <dd>
            <Words editing={editing} label="When we lose it" value={skip.when} placeholder="From which day, release or load on"
              says={(when) => skipSays({ when })} />
          </dd>
          <dt>How bad</dt>
          <dd>
            <PickInline label="How bad" mayEdit={mayEdit} value={skip.severity ?? ''} options={CHOICES}
              set={(it) => edit(skipSays({ severity: it === '' ? null : it }), 'How bad changed')}>
              {skip.severity === null
                ? <span className="quiet">Not said</span>
                : <Lozenge appearance={SEVERITY[skip.severity].appearance}>{SEVERITY[skip.severity].short}</Lozenge>}
            </PickInline>
          </dd>
        </dl>
      )}
    </Section>
  );
}
