/** The shape of the panel while it is being read. */
export function Skeleton() {
  return (
    <>
      <p className="visually-hidden">Reading the acceptance criteria…</p>
      <div className="acceptance" aria-hidden="true">
        <div className="bones">{[0, 1, 2].map((it) => <span className="bone" key={it} />)}</div>
        <div className="bones">{[0, 1, 2].map((it) => <span className="bone bone-row" key={it} />)}</div>
      </div>
    </>
  );
}
