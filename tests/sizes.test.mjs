// The budgets of the shipped files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { budgets, sizes } from '../scripts/sizes.mjs';

for (const { what, bytes, budget } of sizes()) {
  if (budget === undefined) continue;
  test(`${what} is at most ${budget / 1000} KB`, () => assert.ok(bytes <= budget, `it has ${bytes} bytes`));
}

test('every budget is measured', () => {
  assert.deepEqual(sizes().filter(({ budget }) => budget !== undefined).map(({ budget }) => budget), Object.values(budgets));
});
