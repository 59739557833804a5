// Writes THIRD-PARTY.md: what is shipped with Tandem, and under which licence. Ends with 1 if a licence is not one of ALLOWED.
//   mvn -q -Pquick -Dmaven.test.skip=true package license:add-third-party && node .ci/third-party.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const ALLOWED = [/apache/i, /\bMIT\b/, /\bBSD\b/, /BSD-/, /0BSD/, /\bISC\b/, /EPL/, /Eclipse Public/i, /EDL/, /CC0/, /Unlicense/, /PostgreSQL/,
  /BlueOak/, /Python-2\.0/];
// No open-source licence: these run inside Forge only, in a chunk of their own, on Atlassian's terms for its developers.
const OF_FORGE = /^@forge\//;
const FORGE_TERMS = 'Atlassian Developer Terms (only in the chunk that runs inside Forge)';

const jar = (module) => readFileSync(`${module}/target/generated-sources/license/THIRD-PARTY.txt`, 'utf8').split('\n')
  .map((line) => /^\s*((?:\([^()]*(?:\([^()]*\)[^()]*)*\) )+)(.+) \(([^\s:]+:[^\s:]+):(\S+) - (.+)\)$/.exec(line)).filter(Boolean)
  .map(([, licences, , name, version]) => ({ name, version, licence: licences.trim().slice(1, -1).replaceAll(') (', ' or ') }))
  .filter(({ name }) => !name.startsWith('tandem:'));

const npm = (folder) => Object.entries(JSON.parse(readFileSync(`${folder}/package-lock.json`)).packages)
  .filter(([path, each]) => path && !each.dev && !each.optional)
  .map(([path, { version, license }]) => ({ name: path.replace(/^.*node_modules\//, ''), version, licence: license ?? 'not stated' }))
  .map((each) => (OF_FORGE.test(each.name) ? { ...each, licence: FORGE_TERMS } : each));

const once = (list) => [...new Map(list.map((each) => [`${each.name} ${each.version}`, each])).values()]
  .sort((a, b) => a.name.localeCompare(b.name));

const parts = [
  ['The app: libraries in its jar', once(jar('connect-app'))],
  ['The app: packages that its panels are built from', once(npm('connect-app/ui'))],
  ['The sandbox: libraries beside its jar', once(jar('sandbox'))],
  ['The sandbox: packages that its pages are built from', once(npm('sandbox'))],
];

const table = ([title, list]) => `## ${title}\n\n| | version | licence |\n|---|---|---|\n${
  list.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}\n`;

writeFileSync('THIRD-PARTY.md', `# Third-party software

What is shipped with Tandem. Tools that only build and test are not listed; they are not shipped.
Linear's GraphQL schema, from which the client is generated and on which the sandbox runs, is MIT; its notice stands beside it.
The PostgreSQL that the app's jar unpacks is under the PostgreSQL Licence.
Made by \`.ci/third-party.mjs\`, which refuses a licence that is neither permissive nor named in it.

${parts.map(table).join('\n')}`);

const refused = parts.flatMap(([, list]) => list).filter(({ licence }) => licence !== FORGE_TERMS && !ALLOWED.some((allowed) => allowed.test(licence)));
refused.forEach(({ name, version, licence }) => console.error(`${name} ${version}: ${licence}`));
process.exitCode = refused.length > 0 ? 1 : 0;
