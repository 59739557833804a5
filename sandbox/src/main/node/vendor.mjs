// Copies the vendor scripts that the sandbox's pages run into the build's output, and writes the
// design tokens as one stylesheet. Argument: the folder to write to.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const modules = join(root, 'node_modules');
const target = process.argv[2];

if (!existsSync(join(modules, 'atlassian-connect-js'))) {
  console.warn('sandbox: no node_modules, so the pages for people are left without their vendor scripts; run npm ci in sandbox/');
  process.exit(0);
}
mkdirSync(target, { recursive: true });

const copies = {
  'jquery.js': 'jquery/dist/jquery.min.js',
  'connect-host.js': 'atlassian-connect-js/dist/connect-host.js',
  'connect-host.css': 'atlassian-connect-js/dist/connect-host.css',
  'markdown-it.js': 'markdown-it/dist/markdown-it.min.js',
};
for (const [name, source] of Object.entries(copies)) copyFileSync(join(modules, source), join(target, name));

// The client that runs inside an app's iframe. The package leaves AP.request out: Jira adds it itself.
const client = readFileSync(join(modules, 'atlassian-connect-js/dist/iframe.js'), 'utf8');
const request = readFileSync(join(root, 'src/main/web/jira/ap-request.js'), 'utf8');
writeFileSync(join(target, 'all.js'), `${client}\n${request}`);

const require = createRequire(join(modules, 'x.js'));
const themes = ['light', 'dark', 'spacing', 'shape', 'typography'];
const css = themes.map((name) => require(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`).default);
writeFileSync(join(target, 'tokens.css'), css.join('\n'));
