// Copies the vendor scripts that the sandbox's pages run into the build's output, and writes the
// design tokens as one stylesheet. Argument: the folder to write to.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const modules = join(root, 'node_modules');
const target = process.argv[2];

if (!existsSync(join(modules, 'atlassian-connect-js'))) {
  console.warn(
    'sandbox: no node_modules, so the pages for people are left without their vendor scripts; run npm ci in sandbox/',
  );
  process.exit(0);
}
mkdirSync(target, { recursive: true });

const copies = {
  'jquery.js': 'jquery/dist/jquery.min.js',
  'connect-host.js': 'atlassian-connect-js/dist/connect-host.js',
  'connect-host.css': 'atlassian-connect-js/dist/connect-host.css',
  'surfaces.css': 'atlassian-connect-js/dist/surfaces.css',
  'markdown-it.js': 'markdown-it/dist/markdown-it.min.js',
};
for (const [name, source] of Object.entries(copies)) copyFileSync(join(modules, source), join(target, name));

// The client that runs inside an app's iframe. Atlassian's build injects the address that its theme
// stylesheets come from; ours injects the place the script itself was loaded from, so that a sandbox asks
// nothing of the internet. The package also leaves out what Jira adds itself: AP.request, and what a dashboard
// item hears.
const client = readFileSync(join(modules, 'atlassian-connect-js/dist/iframe.js'), 'utf8');
const cdn = 'var CDN_DOMAIN = "connect-cdn.atl-paas.net";\n  var CDN_URL = "https://" + CDN_DOMAIN;';
if (!client.includes(cdn)) throw new Error('atlassian-connect-js names its CDN in another way now: see vendor.mjs');
const own = 'var CDN_URL = new URL(".", document.currentScript.src).href.slice(0, -1);\n  var CDN_DOMAIN = CDN_URL;';
const added = ['ap-request.js', 'ap-dashboard-item.js'].map((file) => readFileSync(join(root, 'src/main/web/jira', file), 'utf8'));
writeFileSync(join(target, 'all.js'), [client.replace(cdn, own), ...added].join('\n'));
cpSync(join(modules, 'atlassian-connect-js/dist/themes'), join(target, 'themes'), { recursive: true });

const require = createRequire(join(modules, 'x.js'));
const themes = ['light', 'dark', 'spacing', 'shape', 'typography'];
const css = themes.map((name) => require(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`).default);
writeFileSync(join(target, 'tokens.css'), css.join('\n'));
