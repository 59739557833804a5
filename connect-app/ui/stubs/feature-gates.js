// Stands in for @atlaskit/feature-gate-js-client: every gate is shut, every experiment keeps its
// default, nothing is fetched. Atlaskit then behaves as its released version does without Statsig.
const FeatureGates = {
  initializeCompleted: () => false,
  checkGate: () => false,
  getExperiment: () => ({ get: (_name, fallback) => fallback, value: {} }),
  getExperimentValue: (_experiment, _parameter, fallback) => fallback,
};

export default FeatureGates;
