import { isFields } from './json';

/** Texts as they are; of records the first text that they hold. */
export function asText(value: unknown): string {
  if (value === undefined) return '(removed)';
  if (value === null || value === '') return '(empty)';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map(asText).join(', ') || '(empty)';
  return isFields(value) ? firstText(value) : String(value);
}

function firstText({ id: _, ...fields }: Readonly<Record<string, unknown>>): string {
  const texts = Object.values(fields).filter((it) => typeof it === 'string' && it !== '');
  return texts.length === 0 ? '(changed)' : String(texts[0]);
}
