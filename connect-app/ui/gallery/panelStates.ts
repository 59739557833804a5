import type { Page } from 'playwright-core';
import type { ReactElement } from 'react';
import type { HostBridge, HostContext } from '../src/host/bridge';
import type { Fetch } from '../src/host/http';

/** One page, and what its backend would answer in each state that it can be in. */
export interface PanelStates {
  /** As it stands above its states. */
  readonly title: string;
  readonly panel: (bridge: HostBridge, context: HostContext) => ReactElement;
  /** By name; no two pages have a name in common. */
  readonly states: Readonly<Record<string, Fetch>>;
  /** What a person does in a state before its picture is taken; by the state's name. */
  readonly acts?: Readonly<Record<string, (page: Page) => Promise<unknown>>>;
  /** What is there once a state is drawn, where that is not a part that is no longer busy. */
  readonly settled?: Readonly<Record<string, string>>;
}
