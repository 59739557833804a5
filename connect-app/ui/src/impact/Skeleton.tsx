import { type Fold, FOLD_TITLES, isOpen } from './folds';

/** How tall the fields of each section are, in CSS pixels, so that little moves when they come. */
const FIELDS: Readonly<Record<Fold, readonly number[]>> = {
  problem: [66, 46, 48, 66],
  why: [80, 56, 46, 46],
  rating: [50, 16, 274],
  slo: [50, 50, 32],
  feasibility: [50, 56, 24],
  roles: [46, 46, 46, 46],
};

/** The shape of one section's fields. */
export const Bones = ({ fold }: { fold: Fold }) =>
  FIELDS[fold].map((height, at) => <span className="bone" key={at} style={{ blockSize: height }} />);

/** The shape of the panel while it is being read: its sections, open or closed as the reader left them. */
export function Skeleton() {
  return (
    <>
      <p className="visually-hidden">Reading the business impact…</p>
      <div className="impact" aria-hidden="true">
        {(Object.keys(FIELDS) as Fold[]).map((fold) => (
          <div className="fold" key={fold}>
            <div className="fold-top"><span className="fold-title impact-waiting">{FOLD_TITLES[fold]}</span></div>
            {isOpen(fold) && <div className="fold-body"><Bones fold={fold} /></div>}
          </div>
        ))}
      </div>
    </>
  );
}
