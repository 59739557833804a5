/** What a document is made of, compared, shared and reached into. Nothing here changes what it is given. */

export type Fields = Readonly<Record<string, unknown>>;

/** From the whole to a part: keys of objects, and ids of the records in a list. */
export type Path = readonly string[];

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The same content; the order of keys does not count, and a key without a value is no key. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((it, index) => equal(it, b[index]));
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return isFields(a) && isFields(b) && keysOf(a, b).every((key) => equal(a[key], b[key]));
}

export const keysOf = (...all: readonly Fields[]): string[] => [...new Set(all.flatMap((it) => Object.keys(it)))];

export const idOf = (value: unknown): string | undefined =>
  isFields(value) && typeof value['id'] === 'string' ? value['id'] : undefined;

/** The new value, made of the parts of the old one where their content is the same: what did not change stays identical. */
export function reuse<T>(old: unknown, next: T): T {
  if (equal(old, next)) return old as T;
  if (Array.isArray(next)) return listReuse(Array.isArray(old) ? old : [], next) as T;
  if (!isFields(old) || !isFields(next)) return next;
  return Object.fromEntries(Object.entries(next).map(([key, value]) => [key, reuse(old[key], value)])) as T;
}

function listReuse(old: readonly unknown[], next: readonly unknown[]): unknown[] {
  const byId = new Map(old.map((it) => [idOf(it), it]));
  return next.map((it, index) => reuse(idOf(it) === undefined ? old[index] : byId.get(idOf(it)), it));
}

/** Undefined where the path leads nowhere. */
export const valueAt = (whole: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value.find((it) => idOf(it) === step);
    return isFields(value) ? value[step] : undefined;
  }, whole);

/** The whole with another value at the path; undefined takes the key or the record away. A path that leads nowhere changes nothing. */
export function withValueAt<T>(whole: T, path: Path, value: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  if (Array.isArray(whole)) return inList(whole, step, (it) => withValueAt(it, rest, value)) as T;
  if (!isFields(whole)) return whole;
  const { [step]: old, ...others } = whole;
  const next = withValueAt(old, rest, value);
  return (next === undefined ? others : { ...whole, [step]: next }) as T;
}

function inList(list: readonly unknown[], id: string, change: (record: unknown) => unknown): unknown[] {
  if (list.some((it) => idOf(it) === id)) return list.map((it) => (idOf(it) === id ? change(it) : it)).filter((it) => it !== undefined);
  const added = change(undefined);
  return idOf(added) === undefined ? [...list] : [...list, added];
}
