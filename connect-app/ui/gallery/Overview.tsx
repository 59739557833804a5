import './overview.css';
import type { SyntheticEvent } from 'react';
import { PANELS } from './panels';

const addressOf = (state: string, theme: string): string => `?state=${state}&issueId=10001&issueKey=SHOP-1&theme=${theme}`;

/** Each frame is made as tall as its panel, as Jira does. */
function fit({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>): void {
  const panel = frame.contentDocument?.getElementById('panel');
  if (!panel) return;
  new ResizeObserver(() => frame.style.setProperty('height', `${panel.offsetHeight}px`)).observe(panel);
}

/** Every state of every page in light and in dark, side by side. */
export function Overview() {
  return PANELS.map(({ title, states }) => (
    <section key={title}>
      <h1>{title}</h1>
      {Object.keys(states).map((state) => <State key={state} state={state} />)}
    </section>
  ));
}

function State({ state }: { state: string }) {
  return (
    <section className="state">
      <h2><a href={addressOf(state, 'light')}>{state}</a></h2>
      {['light', 'dark'].map((theme) => (
        <iframe key={theme} title={`${state}, ${theme}`} src={addressOf(state, theme)} onLoad={fit} />
      ))}
    </section>
  );
}
