import { act, render, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { ApiError, type ApiRequest, type ApiResponse, type FlagSpec } from '../src/host/bridge';
import { TradeoffPanel } from '../src/tradeoff/TradeoffPanel';
import { bridgeTo, CONTEXT, ok } from './hosts';
import { backend, type Stored } from './tradeoffs';

/** The panel over a backend that works; `api` may get between them. */
export function shown(begin: Partial<Stored> = {}) {
  const house = backend(begin);
  const flags: FlagSpec[] = [];
  let trap: ((request: ApiRequest) => Promise<ApiResponse>) | null = null;
  let refused: number | null = null;
  const api = async (request: ApiRequest): Promise<ApiResponse> => {
    if (refused !== null) throw new ApiError(refused, undefined);
    if (trap === null || request.method !== 'PUT') return house.api(request);
    const sprung = trap;
    trap = null;
    return sprung(request);
  };
  const bridge = { ...bridgeTo(async () => ok({})), api, flag: (spec: FlagSpec) => { flags.push(spec); return { close: () => undefined }; } };
  render(<TradeoffPanel bridge={bridge} context={CONTEXT} />, { container: document.getElementById('panel')! });
  const undo = (title: RegExp) => act(async () => flags.findLast((it) => title.test(it.title))!.action!.run());
  /** What happens to the next save instead. */
  const instead = (answer: (request: ApiRequest) => Promise<ApiResponse>) => { trap = answer; };
  const refuse = (status: number) => { refused = status; };
  return { ...house, instead, refuse, flags, undo };
}

export const region = (name: string) => within(screen.getByRole('region', { name }));
export const ready = () => screen.findByRole('region', { name: 'Decisions' });
/** Opens a decision. */
export const opened = async (user: UserEvent, title: string) => user.click(await screen.findByRole('button', { name: title, expanded: false }));
