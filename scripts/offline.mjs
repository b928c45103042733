// What makes the hosted build installable and usable without a network: icons, manifest, and the worker that keeps it.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'terser';
import { png, svg } from './icons.mjs';

const WORKER = 'sw.js';
const MANIFEST = 'manifest.webmanifest';

/** The lines of the hosted page's head that say how it is installed. */
export const links = [`<link rel="manifest" href="./${MANIFEST}">`, '<link rel="apple-touch-icon" href="./icon-192.png">'];

/** Icons and manifest into `folder`. */
export function writeManifest(folder) {
  const write = (name, content) => writeFileSync(join(folder, name), content);
  write('icon.svg', svg());
  const icons = [{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }];
  for (const maskable of [false, true]) {
    for (const size of [192, 512]) {
      const name = `icon-${maskable ? 'maskable-' : ''}${size}.png`;
      write(name, png(size, { maskable }));
      icons.push({ src: `./${name}`, sizes: `${size}x${size}`, type: 'image/png', purpose: maskable ? 'maskable' : 'any' });
    }
  }
  const manifest = {
    name: 'Tự chấm – đơn vị tự chấm điểm theo chỉ tiêu',
    short_name: 'Tự chấm',
    description: 'Đơn vị tự chấm điểm theo chỉ tiêu của Chương trình 196/CTr-UBND, ngay trên máy của mình.',
    lang: 'vi',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#f2f4f6',
    theme_color: '#0c3656',
    categories: ['government', 'productivity'],
    icons,
  };
  write(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The worker of what lies in `folder`, which bears the hash of it all. Everything else must be there before. */
export async function writeWorker(folder) {
  const names = readdirSync(folder).filter((name) => /\.(html|css|js|wasm|svg|png|webmanifest)$/.test(name) && name !== WORKER);
  const integrity = (name) => `sha256-${createHash('sha256').update(readFileSync(join(folder, name))).digest('base64')}`;
  // The page goes by the address of its folder, as sites may lead away from the name of the file.
  const files = Object.fromEntries(names.sort().map((name) => [name === 'index.html' ? '' : name, integrity(name)]));
  const list = JSON.stringify(files);
  const version = createHash('sha256').update(list).digest('hex').slice(0, 16);
  const source = readFileSync(new URL('page/worker.js', import.meta.url), 'utf8');
  const { code } = await minify(source.replace("'@files@'", () => list).replace('@version@', version), { ecma: 2020 });
  writeFileSync(join(folder, WORKER), code);
}
