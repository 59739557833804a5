import Button from '@atlaskit/button/default/button';
import { useId, useState } from 'react';
import type { HostBridge } from '../../host/bridge';
import { Section } from '../../shell/Section';
import { useAction } from '../useAction';
import { useAnswer } from '../useAnswer';
import { counted } from '../wording';
import type { IssueRef } from './decision';
import { tellImport } from './importUndo';
import { type Batch, type Import, importInto, issuesOf, issueWith, type MarkdownFile, readFiles, suggested } from './importing';
import { Preview } from './Preview';

interface ImportProps {
  bridge: HostBridge;
  projectKey: string;
  /** Something was written. */
  done: () => void;
}

/** Takes Markdown files of decisions into an issue; nothing is written before a person saw what would be. */
export default function ImportSection({ bridge, projectKey, done }: ImportProps) {
  const issues = useAnswer(bridge, `/api/project/${encodeURIComponent(projectKey)}/matrix`, issuesOf).known ?? [];
  const [files, setFiles] = useState<readonly MarkdownFile[]>([]);
  const [key, setKey] = useState('');
  const [looked, setLooked] = useState<Import | null>(null);
  const issue = issueWith(issues, key);
  const batch = (preview: boolean): Batch => ({ projectKey, issueId: issue?.id ?? '', files, preview });
  const send = (preview: boolean) => async () => importInto(bridge, batch(preview));
  const look = useAction(send(true), setLooked);
  const write = useAction(send(false), (answer) => {
    const { decisions, written } = answer;
    // What was written leaves the preview; what was not stays with its reason, and can be tried again:
    // a decision that is there already is not written twice.
    const left = decisions.filter(({ problem }) => problem !== null);
    setLooked({ decisions: left, written });
    if (left.length === 0) setFiles([]);
    tellImport(bridge, { batch: batch(false), answer, issueKey: issue?.key ?? '', changed: done });
    done();
  });
  const change = (next: () => void) => {
    next();
    setLooked(null);
  };
  return (
    <Section title="Import Markdown" busy={look.busy || write.busy}>
      <div className="import">
        <p className="quiet">
          One decision a file, with headings such as Context, Decision and Consequences, as ADR tools write them. Sections
          that Tandem does not know are kept.
        </p>
        <Files files={files} take={(taken) => change(() => setFiles(taken))} />
        <IssueField issues={issues} typed={key} type={(typed) => change(() => setKey(typed))} />
        <div className="beside">
          <Button isDisabled={files.length === 0 || issue === undefined} isLoading={look.busy} onClick={look.run}>Preview</Button>
          {look.failed !== null && <span className="went-wrong" role="alert">{look.failed}</span>}
        </div>
        {looked !== null && <Preview looked={looked} write={write} />}
      </div>
    </Section>
  );
}

function Files({ files, take }: { files: readonly MarkdownFile[]; take: (files: readonly MarkdownFile[]) => void }) {
  const id = useId();
  const [refused, setRefused] = useState<string | null>(null);
  const read = async (list: FileList | null) => {
    setRefused(null);
    await readFiles([...(list ?? [])]).then(take, (failure: unknown) => {
      take([]);
      setRefused(failure instanceof RangeError ? failure.message : 'The files could not be read. Choose them again.');
    });
  };
  return (
    <div>
      <label className="input-label" htmlFor={id}>Markdown files</label>
      <input id={id} type="file" multiple accept=".md,.markdown,text/markdown" onChange={({ target }) => void read(target.files)} />
      {files.length > 0 && <p className="quiet" role="status">{counted(files.length, 'file')} read</p>}
      {refused !== null && <p className="went-wrong" role="alert">{refused}</p>}
    </div>
  );
}

const NO_ISSUE = 'No open issue of this project that you may see has this key.';

function IssueField({ issues, typed, type }: { issues: readonly IssueRef[]; typed: string; type: (typed: string) => void }) {
  const id = useId();
  const known = issueWith(issues, typed);
  const wrong = typed.trim() !== '' && known === undefined && issues.length > 0;
  return (
    <div>
      <label className="input-label" htmlFor={id}>Issue to put them on</label>
      <input
        id={id} className="form-field" list={`${id}-list`} placeholder="For example SHOP-12" autoComplete="off" value={typed}
        aria-describedby={`${id}-says`} onChange={({ target }) => type(target.value)}
      />
      <datalist id={`${id}-list`}>
        {suggested(issues, typed).map(({ key, summary }) => <option key={key} value={key}>{summary}</option>)}
      </datalist>
      <p className="quiet" id={`${id}-says`}>
        <bdi>{known?.summary ?? (wrong ? NO_ISSUE : 'Decisions live on an issue. They stay there.')}</bdi>
      </p>
    </div>
  );
}
