import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import type { Slo } from './impact';
import { sloReading, type SloState } from './slo';

const ICONS: Record<SloState, typeof StatusErrorIcon | null> = {
  spent: StatusErrorIcon, nearly: StatusWarningIcon, healthy: StatusSuccessIcon, unknown: null,
};

/** How much of the error budget is left: a bar, and the same in words. */
export function SloMeter({ slo }: { slo: Slo }) {
  const { state, filled, words } = sloReading(slo);
  const Icon = ICONS[state];
  return (
    <div className={`slo-meter slo-${state}`}>
      {filled !== null && (
        <div
          className="slo-bar" role="meter" aria-label="Error budget left" aria-valuemin={0} aria-valuemax={100}
          aria-valuenow={filled} aria-valuetext={words}
        >
          <span style={{ inlineSize: `${filled}%` }} />
        </div>
      )}
      <p className="slo-words">
        {Icon !== null && <span className="slo-icon"><Icon label="" size="small" color="currentColor" /></span>}
        {words}
      </p>
    </div>
  );
}
