/** Tells the height of the element, in whole CSS pixels, now and each time it becomes another one. */
export function keepHeight(element: HTMLElement, tell: (height: number) => void): () => void {
  let told = -1;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell(height);
  });
  observer.observe(element);
  return () => observer.disconnect();
}
