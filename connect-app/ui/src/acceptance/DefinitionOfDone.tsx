/** What the project holds to be true of everything that is done; it is changed on the project's page. */
export function DefinitionOfDone({ items }: { items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <details className="done" open>
      <summary>Definition of done, for every issue of this project</summary>
      <ul>
        {items.map((it, index) => <li key={index}><span dir="auto">{it}</span></li>)}
      </ul>
    </details>
  );
}
