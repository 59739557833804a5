import { InlineText } from '../shell/InlineText';
import { LONGEST_STORY_LINE, type Story } from './acceptance';
import type { Actions } from './useActions';
import { STORY } from './wording';

interface StoryProps {
  story: Story;
  mayEdit: boolean;
  actions: Actions;
}

const LINES: readonly (keyof Story)[] = ['asA', 'iWant', 'soThat'];

/** The story in its three lines. */
export function StoryLines({ story, mayEdit, actions }: StoryProps) {
  return (
    <dl className="story">
      {LINES.map((line) => (
        <div key={line}>
          <dt>{STORY[line].label}</dt>
          <dd>
            <InlineText
              value={story[line]}
              label={STORY[line].label}
              placeholder={STORY[line].placeholder}
              lines="wrap"
              readOnly={!mayEdit}
              maxLength={LONGEST_STORY_LINE}
              onCommit={(next, from) => actions.story(line, next, from)}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
