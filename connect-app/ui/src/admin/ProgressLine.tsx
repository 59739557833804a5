import type { Progress } from './backfill';
import { timeLeft } from './wording';

/** How far a full pass is: a bar where the end is known, else only the numbers. */
export function ProgressLine({ progress, project }: { progress: Progress; project: string }) {
  const looked = progress.jiraIssues + progress.linearIssues;
  const left = timeLeft(progress.endsAbout, new Date());
  return (
    <div className="progress">
      {progress.expected !== null && progress.expected > 0 && (
        <progress max={progress.expected} value={Math.min(looked, progress.expected)} aria-label={`Backfill of ${project}`} />
      )}
      <p className="quiet">
        {looked.toLocaleString()}{progress.expected === null ? '' : ` of about ${progress.expected.toLocaleString()}`} issues,
        {' '}{progress.newLinks.toLocaleString()} new links{left === null ? '' : `, ${left}`}
      </p>
    </div>
  );
}
