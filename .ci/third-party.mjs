// Writes THIRD-PARTY.md: what is shipped with Tandem, and under which licence. Ends with 1 if a licence is not one of ALLOWED.
//   mvn -q -Pquick -Dmaven.test.skip=true package license:add-third-party && node .ci/third-party.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const ALLOWED = [/apache/i, /\bMIT\b/, /\bBSD\b/, /BSD-/, /0BSD/, /\bISC\b/, /EPL/, /Eclipse Public/i, /EDL/, /CC0/, /Unlicense/, /PostgreSQL/];
// Parts of @atlaskit bring these; they are left out of the bundles of Connect pages and of the jar.
const NOT_SHIPPED = /^@forge\//;

const jar = (module) => readFileSync(`${module}/target/generated-sources/license/THIRD-PARTY.txt`, 'utf8').split('\n')
  .map((line) => /^\s*((?:\([^()]*(?:\([^()]*\)[^()]*)*\) )+)(.+) \(([^\s:]+:[^\s:]+):(\S+) - (.+)\)$/.exec(line)).filter(Boolean)
  .map(([, licences, , name, version]) => ({ name, version, licence: licences.trim().slice(1, -1).replaceAll(') (', ' or ') }))
  .filter(({ name }) => !name.startsWith('tandem:'));

const npm = (folder) => Object.entries(JSON.parse(readFileSync(`${folder}/package-lock.json`)).packages)
  .filter(([path, each]) => path && !each.dev && !each.optional)
  .map(([path, { version, license }]) => ({ name: path.replace(/^.*node_modules\//, ''), version, licence: license ?? 'not stated' }))
  .filter(({ name }) => !NOT_SHIPPED.test(name));

const once = (list) => [...new Map(list.map((each) => [`${each.name} ${each.version}`, each])).values()]
  .sort((a, b) => a.name.localeCompare(b.name));

const parts = [
  ['The app: libraries in its jar', once(jar('connect-app'))],
  ['The app: packages in its panels', once(npm('connect-app/ui'))],
  ['The sandbox: libraries beside its jar', once(jar('sandbox'))],
  ['The sandbox: packages in its pages', once(npm('sandbox'))],
];

const table = ([title, list]) => `## ${title}\n\n| | version | licence |\n|---|---|---|\n${
  list.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}\n`;

writeFileSync('THIRD-PARTY.md', `# Third-party software

What is shipped with Tandem. Tools that only build and test are not listed; they are not shipped.
Linear's GraphQL schema, from which the client is generated and on which the sandbox runs, is MIT; its notice stands beside it.
Made by \`.ci/third-party.mjs\`, which refuses licences that Apache-2.0 software cannot pass on.

${parts.map(table).join('\n')}`);

const refused = parts.flatMap(([, list]) => list).filter(({ licence }) => !ALLOWED.some((allowed) => allowed.test(licence)));
refused.forEach(({ name, version, licence }) => console.error(`${name} ${version}: ${licence}`));
process.exitCode = refused.length > 0 ? 1 : 0;
