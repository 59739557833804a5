import Button from '@atlaskit/button/default/button';
import type { FileRequest, HostBridge } from '../../host/bridge';
import { useAction } from '../useAction';

type Format = 'markdown' | 'csv';

interface ExportProps {
  bridge: HostBridge;
  projectKey: string;
  /** There is nothing to export. */
  nothing: boolean;
}

const fileOf = (projectKey: string, format: Format): FileRequest => ({
  path: `/api/project/${encodeURIComponent(projectKey)}/decisions/export?format=${format}`,
  fileName: `${projectKey}-decisions.${format === 'csv' ? 'csv' : 'zip'}`,
});

/** The whole log as a file, whatever is being searched for. */
export function Export({ bridge, projectKey, nothing }: ExportProps) {
  if (bridge.download === undefined) {
    return <p className="quiet">Jira lets this page save no files here, so the log can only be read.</p>;
  }
  return (
    <>
      <Save bridge={bridge} file={fileOf(projectKey, 'markdown')} nothing={nothing}>Export as Markdown</Save>
      <Save bridge={bridge} file={fileOf(projectKey, 'csv')} nothing={nothing}>Export as CSV</Save>
    </>
  );
}

interface SaveProps {
  bridge: HostBridge;
  file: FileRequest;
  nothing: boolean;
  children: string;
}

function Save({ bridge, file, nothing, children }: SaveProps) {
  const save = useAction(async () => bridge.download?.(file));
  return (
    <span className="with-words">
      <Button isDisabled={nothing} isLoading={save.busy} onClick={save.run}>{children}</Button>
      {save.failed !== null && <span className="went-wrong" role="alert">{save.failed}</span>}
    </span>
  );
}
