import Textfield from '@atlaskit/textfield';
import type { ChangeEvent } from 'react';
import { type EditorProps, useEnding } from './editing';

/** A text of one line while it is edited. */
export default function OneLine(props: EditorProps) {
  const { field, onKeyDown, onBlur } = useEnding<HTMLInputElement>(props);
  const { initial, label, placeholder, maxLength, onText, onPaste } = props;
  return (
    <Textfield
      ref={field}
      isCompact
      defaultValue={initial}
      aria-label={label}
      placeholder={placeholder}
      onChange={(event) => onText((event as ChangeEvent<HTMLInputElement>).target.value)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(onPaste === undefined ? {} : { onPaste })}
    />
  );
}
