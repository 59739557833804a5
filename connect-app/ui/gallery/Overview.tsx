import './overview.css';
import type { SyntheticEvent } from 'react';
import { ADMIN_STATES } from './adminStates';
import { STATES } from './states';

const addressOf = (state: string, theme: string): string => `?state=${state}&issueId=10001&issueKey=SHOP-1&theme=${theme}`;

/** Each frame is made as tall as its panel, as Jira does. */
function fit({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>): void {
  const panel = frame.contentDocument?.getElementById('panel');
  if (!panel) return;
  new ResizeObserver(() => frame.style.setProperty('height', `${panel.offsetHeight}px`)).observe(panel);
}

/** Every state in light and in dark, side by side. */
export function Overview() {
  return (
    <>
      <h1>Budget card and admin page</h1>
      {[...Object.keys(STATES), ...Object.keys(ADMIN_STATES)].map((state) => (
        <section className="state" key={state}>
          <h2><a href={addressOf(state, 'light')}>{state}</a></h2>
          {['light', 'dark'].map((theme) => (
            <iframe key={theme} title={`${state}, ${theme}`} src={addressOf(state, theme)} onLoad={fit} />
          ))}
        </section>
      ))}
    </>
  );
}
