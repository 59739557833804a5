/** The shape of the answer while it is being read: two lines at the places of the real ones. */
export function Skeleton() {
  return (
    <>
      <p className="visually-hidden">Reading the budget…</p>
      <div className="lines" aria-hidden="true">
        <span className="bone bone-term" />
        <span className="bone bone-line" />
        <span className="bone bone-term" />
        <span className="bone bone-line" />
      </div>
    </>
  );
}
