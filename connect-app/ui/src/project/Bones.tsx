/** The shape of a tab while it is being read: a line of tools and what they stand over. */
export function Bones({ what }: { what: string }) {
  return (
    <div aria-busy="true">
      <p className="visually-hidden">Reading {what}…</p>
      <div className="tab-bones" aria-hidden="true">
        <span className="bone bone-tools" />
        <span className="bone bone-strip" />
        <span className="bone bone-block" />
      </div>
    </div>
  );
}
