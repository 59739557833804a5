export { FeasibilityBody } from './FeasibilityBody';
export { RolesBody } from './RolesBody';
export { SloBody } from './SloBody';
