// The sizes of the shipped files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ceilings, sizes } from '../scripts/sizes.mjs';

for (const { what, bytes, ceiling } of sizes()) {
  if (ceiling === undefined) continue;
  test(`${what} is at most ${ceiling / 1000} KB`, () => assert.ok(bytes <= ceiling, `it has ${bytes} bytes`));
}

test('every ceiling is measured', () => {
  assert.deepEqual(sizes().filter(({ ceiling }) => ceiling !== undefined).map(({ ceiling }) => ceiling), Object.values(ceilings));
});
