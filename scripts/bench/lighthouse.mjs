// Lighthouse on the hosted build, served as on a site of its own: what it scores, as on a phone and as on a desk.
import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serve } from '../serve.mjs';
import { measured } from './statistics.mjs';

const program = fileURLToPath(new URL('../lighthouse/node_modules/lighthouse/cli/index.js', import.meta.url));

/** The least scores, of 100. */
const budgets = {
  phone: { performance: 95, accessibility: 100, 'best-practices': 100 },
  desk: { performance: 98, accessibility: 100, 'best-practices': 100 },
};

/** What Lighthouse found in one run on `address`. */
function run(address, device) {
  const options = [
    '--output=json', '--output-path=stdout', '--quiet', '--no-enable-error-reporting', `--only-categories=${Object.keys(budgets[device]).join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking --disable-component-update --lang=vi',
  ];
  if (device === 'desk') options.push('--preset=desktop');
  const env = { ...process.env, CHROME_PATH: process.env.CHROME_PATH ?? execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim() };
  return new Promise((done, failed) => {
    execFile(process.execPath, [program, address, ...options], { env, maxBuffer: 1 << 28 }, (error, output, told) => {
      if (error) failed(new Error(`Lighthouse: ${told || error.message}`));
      else done(JSON.parse(output));
    });
  });
}

/** The names of the audits of a category that are not passed. */
const lost = ({ audits }, { auditRefs }) =>
  auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
    .map(({ id }) => `${id} ${audits[id].displayValue ?? ''}`.trim());

/** Rows of the scores of `count` runs each of the build in `dist`. */
export async function lighthouse(dist, count) {
  const server = await serve(dist, 0);
  const address = `http://127.0.0.1:${server.address().port}/`;
  const rows = [];
  try {
    for (const [device, scores] of Object.entries(budgets)) {
      const reports = [];
      for (let runs = 0; runs < count; runs++) reports.push(await run(address, device));
      for (const [category, budget] of Object.entries(scores)) {
        const values = reports.map(({ categories }) => Math.round(categories[category].score * 100));
        const notes = reports.flatMap((report) => lost(report, report.categories[category]));
        rows.push(measured(`${category}, ${device}`, values, { unit: '', budget, least: true, note: [...new Set(notes)].join('; ') }));
      }
      // Its scores of performance are of a processor of at least 1,000.
      rows.push(measured(`speed of this processor as Lighthouse finds it, ${device}`, reports.map(({ environment }) => environment.benchmarkIndex), { unit: '' }));
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return rows;
}
