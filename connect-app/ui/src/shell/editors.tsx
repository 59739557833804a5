import './inline.css';
import { type ComponentProps, lazy } from 'react';
import PlainField from './PlainField';

/** `one`: a single line. `wrap`: one paragraph, Enter saves. `many`: paragraphs, Ctrl or Cmd with Enter saves. */
export type Lines = 'one' | 'wrap' | 'many';

const oneLine = () => import('./OneLine');
const manyLines = () => import('./ManyLines');
/** A panel without its editor is worth more than none. */
const plain = () => ({ default: PlainField });
const OneLine = lazy(() => oneLine().catch(plain));
const ManyLines = lazy(() => manyLines().catch(plain));

/** Loads an editor before it is needed, for instance when the pointer comes near; repeats cost nothing. */
export const preload = (lines: Lines): void => void (lines === 'one' ? oneLine() : manyLines()).catch(() => undefined);

type TextEditorProps = Omit<ComponentProps<typeof OneLine>, 'paragraphs'> & { lines: Lines };

/** The open field of a text, with the caret at its end. Suspends until it is loaded. */
export function TextEditor({ lines, ...props }: TextEditorProps) {
  return (
    <div className="inline-editor">
      {lines === 'one' ? <OneLine {...props} paragraphs={false} /> : <ManyLines {...props} paragraphs={lines === 'many'} />}
    </div>
  );
}
