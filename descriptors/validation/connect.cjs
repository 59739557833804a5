// Checks a Connect descriptor by the vendor's two published schemas and prints one finding a line.
//   node connect.cjs <descriptor.json>      exit code 0: no finding, 1: findings
//
// The old schema (of atlassian-connect-express) knows the top-level fields and the scopes, but takes any module
// type. The new one (of @forge/manifest) knows the modules, but nothing else. Only both together are a check.
const fs = require('fs');
const validator = require('atlassian-connect-validator');
const topLevel = require('atlassian-connect-express/test/jira-global-schema.json');
const modules = require('@forge/manifest/schema.json');
const Ajv = require('ajv').default;
const addFormats = require('ajv-formats').default;

// Two migrations that Jira demands today are younger than the old schema.
for (const flag of ['context-qsh', 'signed-install']) {
  topLevel.properties.apiMigrations.properties[flag] = { type: 'boolean' };
}

function moduleFindings(descriptor) {
  const ajv = new Ajv({ strict: false, allErrors: true }).addSchema(modules, 'manifest');
  addFormats(ajv);
  return Object.entries(descriptor.modules ?? {}).flatMap(([type, value]) => {
    const id = `connect-jira:${type}`;
    if (!modules.definitions.ModuleSchema.properties[id]) return [`unknown module type ${type}`];
    const check = ajv.getSchema(`manifest#/definitions/ModuleSchema/properties/${id}`);
    // A manifest lists every module and gives it a key; a descriptor does so only for some types.
    const listed = [value].flat().map((module, place) => ({ key: type + place, ...module }));
    return check(listed) ? [] : check.errors.map((e) => `${type}${e.instancePath}: ${e.message}`);
  });
}

const descriptor = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
validator.validateDescriptor(descriptor, topLevel, (errors) => {
  const findings = (errors || []).map((e) => `${e.module}: ${e.description}`).concat(moduleFindings(descriptor));
  findings.forEach((finding) => console.log(finding));
  process.exitCode = findings.length > 0 ? 1 : 0;
});
