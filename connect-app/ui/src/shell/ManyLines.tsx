import TextArea from '@atlaskit/textarea';
import { type EditorProps, useEnding } from './editing';

/** A longer text while it is edited; it grows with what is written. */
export default function ManyLines(props: EditorProps) {
  const { field, onKeyDown, onBlur } = useEnding<HTMLTextAreaElement>(props);
  const { initial, label, placeholder, maxLength, paragraphs, onText, onPaste } = props;
  return (
    <TextArea
      ref={field}
      isCompact
      resize="smart"
      minimumRows={paragraphs ? 3 : 1}
      defaultValue={initial}
      aria-label={label}
      placeholder={placeholder}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(onPaste === undefined ? {} : { onPaste })}
    />
  );
}
