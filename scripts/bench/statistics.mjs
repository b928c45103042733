// Numbers of many runs, and the table they are printed in.

/** The value below which `percent` percent of the values lie. */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
}

export const median = (values) => percentile(values, 50);

const units = {
  ms: (value) => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`,
  KB: (value) => `${(value / 1000).toFixed(1)} KB`,
  MB: (value) => `${(value / 1e6).toFixed(2)} MB`,
  '': (value) => value.toFixed(0),
  '×': (value) => `${value.toFixed(2)} ×`,
};

/** One row: values of one unit, and a budget that the `at` percentile is held against: at most that, or with `least` at least. */
export function measured(what, values, { unit = 'ms', budget, at = 50, least = false, note = '' } = {}) {
  const show = units[unit];
  const several = values.length > 1;
  const spread = several ? [10, 90, 98].map((percent) => show(percentile(values, percent))) : ['', '', ''];
  const reached = percentile(values, at);
  const within = budget === undefined ? '' : (least ? reached >= budget : reached <= budget) ? 'yes' : 'NO';
  return { what, cells: [show(median(values)), ...spread, budget === undefined ? '' : show(budget), within], note };
}

const heads = ['p50', 'p10', 'p90', 'p98', 'budget', 'within'];
// What the longest name needs.
const FIRST = 66;

/** Prints the rows of one subject; a note stands under its row. */
export function print(title, rows) {
  const widths = heads.map((head, column) => Math.max(head.length, 8, ...rows.map(({ cells }) => cells[column].length)));
  const line = (what, cells) => console.log(`  ${what.padEnd(FIRST)}${cells.map((cell, column) => cell.padStart(widths[column] + 2)).join('')}`.trimEnd());
  console.log(`\n${title}`);
  line('', heads);
  for (const { what, cells, note } of rows) {
    line(what, cells);
    if (note) console.log(`      ${note}`);
  }
}
