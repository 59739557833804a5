/** The browser reads the content some time after the click; a minute is long enough, and then it is free again. */
const KEPT_FOR_MILLIS = 60_000;

/**
 * Has the browser save the content under that name. Needs `allow-downloads` of the frame: Forge documents it for its
 * Custom UI, for a Connect frame it is assumed.
 */
export function saveAs(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MILLIS);
}
