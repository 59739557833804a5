import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Below this a packed file travels no faster. */
const WORTH_PACKING = 512;

const brotli = (content: Buffer): Buffer =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength } });

/** Puts each script and style sheet beside itself as `.br` and `.gz`, packed as tightly as it goes: the server packs nothing. */
export function packed(): Plugin {
  return {
    name: 'tandem-packed',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))) {
        const content = readFileSync(join(dir!, file));
        if (content.byteLength < WORTH_PACKING) continue;
        writeFileSync(join(dir!, `${file}.br`), brotli(content));
        writeFileSync(join(dir!, `${file}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}
