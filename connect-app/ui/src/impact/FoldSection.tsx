import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { type Fold, FOLD_TITLES, isOpen, remember } from './folds';
import { preloadBodies } from './later';
import { Bones } from './Skeleton';

interface FoldSectionProps {
  fold: Fold;
  /** The section in two or three words, beside its title. */
  inShort: ReactNode;
  children: ReactNode;
}

/** A section that can be closed. It is on the page from the start, so that nothing jumps when its content comes. */
export function FoldSection({ fold, inShort, children }: FoldSectionProps) {
  const id = useId();
  const [open, setOpen] = useState(() => isOpen(fold));
  const toggle = () => {
    setOpen(!open);
    remember(fold, !open);
  };
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <section className="fold" aria-labelledby={`${id}-title`}>
      <div className="fold-top">
        <h2 className="fold-title" id={`${id}-title`}>
          <button
            type="button" className="fold-toggle" aria-expanded={open} aria-controls={id}
            onClick={toggle} onPointerEnter={preloadBodies} onFocus={preloadBodies}
          >
            <span className="fold-chevron"><Chevron label="" size="small" color="currentColor" /></span>
            {FOLD_TITLES[fold]}
          </button>
        </h2>
        <span className="fold-short" dir="auto">{inShort}</span>
      </div>
      <div className="fold-body" id={id} hidden={!open}>{open && <Suspense fallback={<Bones fold={fold} />}>{children}</Suspense>}</div>
    </section>
  );
}
