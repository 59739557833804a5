import { Lines } from './Lines';
import { LineField, Remove } from './Line';
import { type CriterionType, LONGEST_CRITERION, LONGEST_NAME, type Template, typed, TYPES, withLines } from './settings';

interface OneTemplateProps {
  template: Template;
  /** Which one it is, counted from 1. */
  nr: number;
  mayEdit: boolean;
  change: (template: Template, words: string) => void;
  drop: () => void;
}

const TYPE: Record<CriterionType, string> = { technical: 'Technical', ux: 'User experience', business: 'Business' };

export function OneTemplate(props: OneTemplateProps) {
  const { template, nr, mayEdit, change } = props;
  return (
    <section className="template" aria-label={`Template ${nr}`}>
      {mayEdit ? <Head {...props} /> : <h3 className="entry-title"><bdi>{titleOf(template)}</bdi></h3>}
      <Lines
        one="criterion" lines={template.criteria.map(({ text }) => text)} longest={LONGEST_CRITERION} mayEdit={mayEdit}
        change={(lines, words) => change(withLines(template, lines), words)}
        beside={(at) => (
          <TypeOf
            label={`Type of criterion ${at + 1}`} type={template.criteria[at]?.type ?? null} mayEdit={mayEdit}
            pick={(type) => change(typed(template, at, type), 'Criterion changed')}
          />
        )}
      />
    </section>
  );
}

const titleOf = ({ issueType, name }: Template): string => (issueType === '' ? name : `${issueType}: ${name}`);

function Head({ template, nr, change, drop }: OneTemplateProps) {
  const put = (part: Partial<Template>) => change({ ...template, ...part }, 'Template changed');
  return (
    <div className="template-head">
      <LineField
        label={`Issue type of template ${nr}`} placeholder="Every issue type" value={template.issueType} longest={LONGEST_NAME}
        commit={(issueType) => put({ issueType })}
      />
      <LineField label={`Name of template ${nr}`} value={template.name} longest={LONGEST_NAME} needed commit={(name) => put({ name })} />
      <Remove label={`Remove template ${nr}`} remove={drop} />
    </div>
  );
}

interface TypeProps {
  label: string;
  type: CriterionType | null;
  mayEdit: boolean;
  pick: (type: CriterionType | null) => void;
}

function TypeOf({ label, type, mayEdit, pick }: TypeProps) {
  if (!mayEdit) return type === null ? null : <span className="tag tag-neutral">{TYPE[type]}</span>;
  return (
    <select
      className="form-field form-field-type" aria-label={label} value={type ?? ''}
      onChange={({ target }) => pick(TYPES[target.selectedIndex - 1] ?? null)}
    >
      <option value="">No type</option>
      {TYPES.map((it) => <option key={it} value={it}>{TYPE[it]}</option>)}
    </select>
  );
}
