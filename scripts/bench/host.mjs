// Scoring and the reverse question on the host: benches/scoring.rs and plans.rs measure, their lines are put in the table.
import { spawn } from 'node:child_process';

const LINE = /^(.+?)\s{2,}(\S+) \(p2 (\S+), p98 (\S+)\)(?:, (within|OVER) the budget of (\S+))?$/;

/** Rows of `cargo bench`; the first run compiles for a minute. */
export async function host() {
  const cargo = spawn('cargo', ['bench', '--locked', '--quiet', '--no-default-features', '--bench', 'scoring', '--bench', 'plans'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  cargo.stdout.setEncoding('utf8').on('data', (data) => (text += data));
  const code = await new Promise((resolve, reject) => cargo.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(`cargo bench ended with ${code}`);
  return text.trim().split('\n').filter((line) => line.trim() !== '').map((line) => {
    const [, what, p50, p2, p98, verdict = '', budget = ''] = LINE.exec(line) ?? [];
    if (what === undefined) throw new Error(`not understood: ${line}`);
    return { what, cells: [p50, `${p2} (p2)`, '', p98, budget, { within: 'yes', OVER: 'NO', '': '' }[verdict]] };
  });
}
