import Button from '@atlaskit/button/default/button';
import { useId, useState } from 'react';
import type { Sketch } from './changes';
import type { Template } from './project';

interface TemplatesProps {
  templates: readonly Template[];
  add: (sketches: readonly Sketch[]) => void;
}

/** The project's ready-made criteria for this type of issue; the chosen ones are added to what is there. */
export function Templates({ templates, add }: TemplatesProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const choose = (it: Template) => {
    setOpen(false);
    add(it.criteria);
  };
  return (
    <>
      <Button spacing="compact" appearance="subtle" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        Use a template
      </Button>
      <ul id={id} className="templates" hidden={!open}>
        {templates.map((it) => (
          <li key={it.name}>
            <Button spacing="compact" onClick={() => choose(it)}>{`${it.name} (${it.criteria.length})`}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}
