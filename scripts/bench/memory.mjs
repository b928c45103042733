// Memory over a long stretch of typing: what the page holds after everything unused has been cleared away.
import { type } from './typing.mjs';
import { measured } from './statistics.mjs';

// The module's own memory is not reachable from the page; this keeps hold of it.
const watch = `
  {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      window.moduleMemory = (made.instance ?? made).exports.memory ?? window.moduleMemory;
      return made;
    };
  }
`;

/** Steps that undo keeps (src/document/history.rs). */
const UNDO_STEPS = 200;
/** The module's memory grows by whole pages of 64 KiB, and the browser's own rises and falls. */
const TOLERANCE = 0.03;

async function held(tab) {
  await tab.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tab.send('Runtime.getHeapUsage');
  const { nodes } = await tab.send('Memory.getDOMCounters');
  return { script: usedSize, module: await tab.js('window.moduleMemory?.buffer.byteLength ?? 0'), nodes };
}

/** The memory before typing, after each half of `keys` keys, and the growth in the second half. */
export async function memory(open, keys, targets) {
  const tab = await open('application', { before: watch });
  const half = async () => {
    await type(tab, Math.ceil(keys / 2), undefined, 0);
    return held(tab);
  };
  const seen = { 'before typing': await held(tab), [`after ${keys / 2} keys`]: await half(), [`after ${keys} keys`]: await half() };
  await tab.close();
  const both = ({ module, script }) => module + script;
  const note = ({ module, script, nodes }) => `module ${(module / 1e6).toFixed(2)} MB, script ${(script / 1e6).toFixed(2)} MB, ${nodes} nodes`;
  const [, middle, end] = Object.values(seen);
  // Four keys are one step of undo, so the first half fills its 200 steps.
  const budget = keys / 2 >= 4 * UNDO_STEPS ? 1 + TOLERANCE : undefined;
  return [
    ...Object.entries(seen).map(([when, one]) => measured(`${when}, ${targets} targets: module and script`, [both(one)], { unit: 'MB', note: note(one) })),
    measured(`  the end compared with the middle${budget ? ', where undo is already full' : ''}`, [both(end) / both(middle)], { unit: '×', budget }),
  ];
}
