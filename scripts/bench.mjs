// Prints the measurements of the built product beside their budgets.
import { sizes } from './sizes.mjs';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`.padStart(10);

console.log('\nSizes'.padEnd(36), '      size     budget');
for (const { what, bytes, budget } of sizes()) {
  const verdict = budget === undefined ? '' : `${kilobytes(budget)}  ${bytes <= budget ? 'met' : 'MISSED'}`;
  console.log(`  ${what.padEnd(33)}${kilobytes(bytes)} ${verdict}`);
}
