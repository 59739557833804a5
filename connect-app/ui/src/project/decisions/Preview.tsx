import Button from '@atlaskit/button/default/button';
import type { Action } from '../useAction';
import { counted } from '../wording';
import type { Import, Imported } from './importing';

/** What each file would become. Nothing is written before a person says so. */
export function Preview({ looked: { decisions, written }, write }: { looked: Import; write: Action }) {
  const good = decisions.filter(({ problem }) => problem === null).length;
  return (
    <div className="import-preview">
      <p role="status">{words(good, decisions.length - good, written)}</p>
      {written > 0 && <p className="quiet">The log below shows what changed within two minutes.</p>}
      <ul className="entries">{decisions.map((it) => <li className="entry" key={it.file}><Line decision={it} /></li>)}</ul>
      {good > 0 && (
        <div className="beside">
          <Button appearance="primary" isLoading={write.busy} onClick={write.run}>Import {counted(good, 'decision')}</Button>
          {write.failed !== null && <span className="went-wrong" role="alert">{write.failed}</span>}
        </div>
      )}
    </div>
  );
}

function words(good: number, bad: number, written: number): string {
  const done = written > 0;
  const well = done ? `${counted(written, 'decision')} imported` : `${counted(good, 'decision')} can be imported`;
  return bad === 0 ? `${well}.` : `${well}, ${counted(bad, 'file')} ${done ? 'left out' : 'cannot'}.`;
}

function Line({ decision: { file, title, status, problem, lost } }: { decision: Imported }) {
  return (
    <>
      <h3 className="entry-title"><bdi>{title === '' ? file : title}</bdi></h3>
      <p className="beside"><code>{file}</code>{status !== '' && <span className="tag tag-neutral">{status}</span>}</p>
      {problem !== null && <p className="went-wrong">Left out: {problem}</p>}
      {lost !== '' && <p className="quiet">Not kept as it is: {lost}</p>}
    </>
  );
}
