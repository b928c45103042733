// The sizes of the shipped files, and that a size too large or one that was not measured is seen.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ceilings, sizes, tooLarge } from '../scripts/sizes.mjs';

test('nothing shipped is larger than it may be', () => assert.deepEqual(tooLarge(sizes()), []));

/** The names of a build's files, each of one byte but for those that are given; `without` one of them. */
function madeUp(t, given = {}, without = '') {
  const dist = mkdtempSync(join(tmpdir(), 'tu-cham-sizes-'));
  t.after(() => rmSync(dist, { recursive: true }));
  const names = ['tu-cham-0a.wasm', 'tu-cham-0a.wasm.br', 'tu-cham-0a.js.br', 'tu-cham-office-0a.wasm.br', 'index.html.br', 'tu-cham.html'];
  const single = '<script type="text/plain" id="tu-cham-office">x</script>';
  for (const name of names) {
    if (name !== without) writeFileSync(join(dist, name), given[name] ?? (name === 'tu-cham.html' ? single : 'x'));
  }
  return dist;
}

test('a file of one byte more than its ceiling is too large', (t) => {
  const block = '<script id="tu-cham-office">x</script>';
  const of = (single, module) =>
    tooLarge(sizes(madeUp(t, { 'tu-cham.html': block.padEnd(single), 'tu-cham-0a.wasm.br': Buffer.alloc(module) })));
  assert.deepEqual(of(ceilings.single, ceilings.module), []);
  assert.deepEqual(of(ceilings.single + 1, ceilings.module + 1), [
    `single file, as it lies on disk: ${ceilings.single + 1} of ${ceilings.single} bytes`,
    `hosted module, brotli: ${ceilings.module + 1} of ${ceilings.module} bytes`,
  ]);
});

test('a file that is missing, or has another name, is no file of no bytes', (t) => {
  for (const name of ['tu-cham-0a.wasm', 'tu-cham-0a.wasm.br', 'tu-cham-0a.js.br', 'tu-cham-office-0a.wasm.br', 'index.html.br']) {
    assert.throws(() => sizes(madeUp(t, {}, name)), /no file/, name);
  }
  assert.throws(() => sizes(madeUp(t, { 'tu-cham.html': '<p>' })), /no block/);
});
