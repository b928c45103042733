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

async function held(tab) {
  await tab.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tab.send('Runtime.getHeapUsage');
  const { nodes } = await tab.send('Memory.getDOMCounters');
  return { script: usedSize, module: await tab.js('window.moduleMemory?.buffer.byteLength ?? 0'), nodes };
}

/** Rows: the memory at the start, after each quarter, and the growth over the second half. */
export async function memory(open, keys, targets) {
  const tab = await open('application', { before: watch });
  const seen = [await held(tab)];
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    await type(tab, Math.ceil(keys / 4), undefined, 0);
    seen.push(await held(tab));
  }
  await tab.close();
  const [start, , middle, , end] = seen;
  const name = (when) => `${when}, ${targets} targets: module and script`;
  const both = ({ module, script }) => module + script;
  const note = ({ module, script, nodes }) => `module ${(module / 1e6).toFixed(2)} MB, script ${(script / 1e6).toFixed(2)} MB, ${nodes} nodes`;
  const rows = [[name('before typing'), start], [name(`after ${keys / 2} keys`), middle], [name(`after ${keys} keys`), end]];
  return [
    ...rows.map(([what, one]) => measured(what, [both(one)], { unit: 'MB', note: note(one) })),
    measured('  the second half compared with the first: undo is full by then', [both(end) / both(middle)], { unit: '×', budget: 1.02 }),
  ];
}
