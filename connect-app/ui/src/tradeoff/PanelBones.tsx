/** The shape of the panel while it is being read, with the headings of the real one. */
export function PanelBones() {
  return (
    <div className="parts" aria-busy="true">
      <p className="visually-hidden">Reading the tradeoffs…</p>
      {['If we skip this', 'Options', 'Risks'].map((title) => (
        <div key={title} aria-hidden="true">
          <p className="section-title">{title}</p>
          <span className="bone bone-block" />
        </div>
      ))}
    </div>
  );
}
