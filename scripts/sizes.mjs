// The sizes of what is shipped, for the test of budgets and for `make bench`.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const shipped = fileURLToPath(new URL('../dist/', import.meta.url));

/**
 * The most bytes allowed: the single file as it lies on disk, with Word and Excel, and the module that the hosted page waits
 * for, as brotli sends it. They are guards against waste and no goals: what a user feels is time (`make bench`).
 */
export const ceilings = { single: 2_000_000, module: 620_000 };

/** The blocks of the single file that hold the module of Word and Excel. */
const OFFICE = /<script [^>]*id="tu-cham-office(-glue)?">[^]*?<\/script>\s*/g;

/** Rows `{ what, bytes, ceiling? }` of the build in `dist`. */
export function sizes(dist = shipped) {
  const names = readdirSync(dist);
  const sum = (pattern) => {
    const found = names.filter((name) => pattern.test(name));
    // A file under another name would count as one of no bytes.
    if (found.length === 0) throw new Error(`no file in ${dist} is called ${pattern}`);
    return found.reduce((total, name) => total + readFileSync(join(dist, name)).length, 0);
  };
  const single = readFileSync(join(dist, 'tu-cham.html'));
  const office = single.toString('latin1').match(OFFICE);
  if (!office) throw new Error('the single file holds no block of Word and Excel');
  const blocks = office.reduce((total, block) => total + block.length, 0);
  return [
    { what: 'single file, as it lies on disk', bytes: single.length, ceiling: ceilings.single },
    { what: 'single file without Word and Excel', bytes: single.length - blocks },
    { what: 'single file, gzip around it', bytes: gzipSync(single, { level: 9 }).length },
    { what: 'hosted module, plain', bytes: sum(/^tu-cham-[0-9a-f]+\.wasm$/) },
    { what: 'hosted module, brotli', bytes: sum(/^tu-cham-[0-9a-f]+\.wasm\.br$/), ceiling: ceilings.module },
    { what: 'hosted glue, brotli', bytes: sum(/^tu-cham-[0-9a-f]+\.js\.br$/) },
    { what: 'module of Word and Excel with its glue, brotli', bytes: sum(/^tu-cham-office-.*\.br$/) },
    { what: 'hosted page and styles, brotli', bytes: sum(/\.(html|css)\.br$/) },
  ];
}

/** Which of the rows are larger than they may be, in words. */
export const tooLarge = (rows) =>
  rows.filter(({ bytes, ceiling }) => bytes > ceiling).map(({ what, bytes, ceiling }) => `${what}: ${bytes} of ${ceiling} bytes`);
