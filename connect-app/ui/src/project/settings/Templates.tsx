import Button from '@atlaskit/button/default/button';
import { OneTemplate } from './OneTemplate';
import { MOST, replaced, type Template } from './settings';

interface TemplatesProps {
  templates: readonly Template[];
  mayEdit: boolean;
  change: (templates: readonly Template[], words: string) => void;
  /** Like `change`, with a way back at hand. */
  drop: (templates: readonly Template[], words: string) => void;
}

/** Criteria to begin with, per issue type. */
export function Templates({ templates, mayEdit, change, drop }: TemplatesProps) {
  const fresh = (): Template => ({ issueType: '', name: `Template ${templates.length + 1}`, criteria: [] });
  return (
    <>
      {templates.length === 0 && (
        <p className="quiet">
          No templates yet. A template gives an issue of its type criteria to begin with; stories, bugs and tasks without one are
          offered a few of Tandem’s own.
        </p>
      )}
      {templates.map((it, index) => (
        <OneTemplate
          key={index} template={it} nr={index + 1} mayEdit={mayEdit}
          change={(next, words) => change(replaced(templates, index, next), words)}
          drop={() => drop(replaced(templates, index, null), 'Template removed')}
        />
      ))}
      {mayEdit && (
        <div>
          <Button isDisabled={templates.length >= MOST} onClick={() => change([...templates, fresh()], 'Template added')}>
            Add a template
          </Button>
        </div>
      )}
    </>
  );
}
