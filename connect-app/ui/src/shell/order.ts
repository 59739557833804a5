/**
 * One order of everything that mine or theirs holds. The side that moved something says the order, mine
 * if both did; what only the other side has comes after what it followed there, and after what the first
 * side added at the same place.
 */
export function inOneOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const [first, second] = moved(base, mine) ? [mine, theirs] : [theirs, mine];
  const result = [...first];
  second.forEach((id, index) => {
    if (!result.includes(id)) result.splice(placeFor(second.slice(0, index), result, base), 0, id);
  });
  return result;
}

function moved(base: readonly string[], side: readonly string[]): boolean {
  const kept = side.filter((id) => base.includes(id));
  const before = base.filter((id) => side.includes(id));
  return kept.some((id, index) => id !== before[index]);
}

function placeFor(predecessors: readonly string[], result: readonly string[], base: readonly string[]): number {
  const predecessor = predecessors.findLast((id) => result.includes(id));
  let place = predecessor === undefined ? 0 : result.indexOf(predecessor) + 1;
  const isAddedThere = (id: string | undefined): boolean => id !== undefined && !base.includes(id) && !predecessors.includes(id);
  while (isAddedThere(result[place])) place++;
  return place;
}
