import type { HostBridge } from '../host/bridge';
import { type Person, peopleOf } from './people';

/** As many as the server names at once. */
const MOST_IDS = 90;

/** A longer one is nobody's, and the server would refuse all that were asked for with it. */
const LONGEST_ID = 128;

export type Names = ReadonlyMap<string, Person>;

const chunks = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, nr) => ids.slice(nr * MOST_IDS, (nr + 1) * MOST_IDS));

/** The people of a page: all who are wanted at the same time are asked for together, and each of them once. */
export class Register {
  private names: Names = new Map();
  private readonly asked = new Set<string>();
  private waiting: string[] = [];
  private readonly readers = new Set<() => void>();

  constructor(private readonly ask: (ids: readonly string[]) => Promise<readonly Person[]>) {}

  /** Another one each time that somebody became known. */
  readonly known = (): Names => this.names;

  /** Calls back when somebody became known. Gives the way to stop. */
  readonly read = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => void this.readers.delete(reader);
  };

  /** What is drawn together wants its people in one go; they are asked for right after it. */
  want(ids: readonly string[]): void {
    const fresh = ids.filter((id) => id !== '' && id.length <= LONGEST_ID && !this.asked.has(id));
    if (fresh.length === 0) return;
    if (this.waiting.length === 0) queueMicrotask(() => this.send());
    fresh.forEach((id) => this.asked.add(id));
    this.waiting.push(...fresh);
  }

  learn(people: readonly Person[]): void {
    people.forEach(({ id }) => this.asked.add(id));
    this.names = new Map([...this.names, ...people.map((it) => [it.id, it] as const)]);
    this.readers.forEach((reader) => reader());
  }

  private send(): void {
    const wanted = [...new Set(this.waiting)];
    this.waiting = [];
    chunks(wanted).forEach((ids) => this.ask(ids).then(
      (found) => this.learn([...ids.map((id) => ({ id, name: null, active: false })), ...found]),
      // Whoever is drawn later asks for them again.
      () => ids.forEach((id) => this.asked.delete(id)),
    ));
  }
}

const registers = new WeakMap<HostBridge, Map<string, Register>>();

/** The one register of an issue's page. */
export function registerOf(bridge: HostBridge, issueId: string): Register {
  const ofBridge = registers.get(bridge) ?? new Map<string, Register>();
  registers.set(bridge, ofBridge);
  const register = ofBridge.get(issueId) ?? new Register((ids) => peopleOf(bridge, issueId, ids));
  ofBridge.set(issueId, register);
  return register;
}
