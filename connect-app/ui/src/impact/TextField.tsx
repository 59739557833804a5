import type { Lines } from '../shell/editors';
import { InlineText } from '../shell/InlineText';
import { LONGEST_TEXT } from './impact';
import type { SectionProps, TextPlace } from './section';

interface TextFieldProps extends Pick<SectionProps, 'edited' | 'given' | 'mayEdit'> {
  place: TextPlace;
  label: string;
  placeholder: string;
  lines?: Lines;
}

/** A text of the document under its label. What somebody else wrote there meanwhile becomes a clash, and is not lost. */
export function TextField({ edited, given, mayEdit, place, label, placeholder, lines = 'wrap' }: TextFieldProps) {
  const commit = (next: string, from: string) =>
    edited.edit((it) => place.set(it, next), `${label} changed`, (it) => place.set(it, from));
  return (
    <div className="field">
      <p className="label" aria-hidden={mayEdit}>{label}</p>
      <InlineText
        value={place.get(given)} label={label} placeholder={placeholder} onCommit={commit} lines={lines}
        readOnly={!mayEdit} maxLength={LONGEST_TEXT}
      />
    </div>
  );
}
