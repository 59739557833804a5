import { ACCEPTANCE_STATES } from './acceptanceStates';
import { ADMIN_STATES } from './adminStates';
import { BUDGET_STATES } from './budgetStates';
import { IMPACT_STATES } from './impactStates';
import { MATRIX_STATES } from './matrixStates';
import type { PanelStates } from './panelStates';
import { TRADEOFF_STATES } from './tradeoffStates';
import { GADGET_STATES, PROJECT_STATES } from './projectStates';

/** Every page of the gallery. A new one adds its `<panel>States` file and a line here. */
export const PANELS: readonly PanelStates[] = [
  ACCEPTANCE_STATES,
  TRADEOFF_STATES,
  BUDGET_STATES,
  IMPACT_STATES,
  MATRIX_STATES,
  ...PROJECT_STATES,
  GADGET_STATES,
  ADMIN_STATES,
];
