const UNITS = [
  ['year', 31536000],
  ['month', 2592000],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** An ISO time as a person says it ("2 hours ago"); the exact time is in the title. */
export function ago(iso) {
  const when = new Date(iso);
  const seconds = (when - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  const element = document.createElement('time');
  element.dateTime = iso;
  element.title = when.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'medium' });
  element.textContent = unit === 'second' ? 'just now' : relative.format(Math.round(seconds / size), unit);
  return element;
}
