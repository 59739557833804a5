import { type EditorProps, useEnding } from './editing';

/** The browser's own field: stands in where an editor could not be loaded, for instance without a network. */
export default function PlainField(props: EditorProps) {
  const { field, onKeyDown, onBlur } = useEnding<HTMLTextAreaElement>(props);
  const { initial, label, placeholder, maxLength, paragraphs, onText, onPaste } = props;
  return (
    <textarea
      ref={field}
      className="plain-field"
      rows={paragraphs ? 3 : 1}
      defaultValue={initial}
      aria-label={label}
      placeholder={placeholder}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      maxLength={maxLength}
      onPaste={onPaste}
    />
  );
}
