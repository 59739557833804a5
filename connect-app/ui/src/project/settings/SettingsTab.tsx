import './settings.css';
import { Announcer } from '../../shell/Announcer';
import type { Edited } from '../../shell/document';
import { Notice } from '../../shell/Notice';
import { useUndoKeys } from '../../shell/undo';
import { useDocument } from '../../shell/useDocument';
import { Bones } from '../Bones';
import type { TabProps } from '../ProjectPage';
import { troubleWords } from '../wording';
import { SETTINGS, type Settings } from './settings';
import { SettingsForm } from './SettingsForm';

/** What holds for every issue of the project. Project admins edit it, everybody may read it. */
export default function SettingsTab({ bridge, projectKey, shown }: TabProps) {
  const edited = useDocument(bridge, `/api/project/${encodeURIComponent(projectKey)}/settings`, SETTINGS);
  const { document, answer, trouble, news } = edited;
  if (answer?.unreadable) return <Unreadable why={answer.unreadable} />;
  if (document === null) return trouble === null ? <Bones what="the settings" /> : <InTrouble edited={edited} />;
  return (
    <>
      <SettingsForm settings={document} edited={edited} bridge={bridge} />
      {shown && <UndoKeys edited={edited} />}
      <Announcer news={news.words} nr={news.nr} />
    </>
  );
}

/** Only while the tab is open: the other tabs have a Ctrl+Z of their own. */
function UndoKeys({ edited }: { edited: Edited<Settings> }) {
  useUndoKeys(edited);
  return null;
}

function InTrouble({ edited: { trouble, retry } }: { edited: Edited<Settings> }) {
  const { title, meaning, canRetry } = troubleWords(trouble ?? 'unreachable', 'the settings');
  return (
    <Notice kind="error" title={title} {...(canRetry ? { action: { text: 'Try again', run: retry } } : {})}>{meaning}</Notice>
  );
}

function Unreadable({ why }: { why: string }) {
  return (
    <Notice kind="error" title="The settings cannot be read">
      {why} They are left as they are. Nothing can be changed here before a Jira admin mends or deletes the project
      property tandem.project.
    </Notice>
  );
}
