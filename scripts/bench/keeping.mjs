// Keeping: from a key to the end of the write that makes it last, from a file to its rows, and what a copy weighs.
import { pause } from './chromium.mjs';
import { measured } from './statistics.mjs';

// Notes each write of a draft, and what is handed over as a download.
const watch = `
  (() => {
    const begin = IDBDatabase.prototype.transaction;
    window.kept = [];
    IDBDatabase.prototype.transaction = function (...given) {
      const transaction = begin.apply(this, given);
      const begun = performance.now();
      if (given[1] === 'readwrite' && transaction.objectStoreNames.contains('drafts')) {
        transaction.addEventListener('complete', () => kept.push({ begun, done: performance.now() }));
      }
      return transaction;
    };
    const offer = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.handedOver = blob.size;
      return offer.call(URL, blob);
    };
    addEventListener('keydown', (event) => { window.pressed = event.timeStamp; }, true);
  })();
`;

const saved = 'document.querySelector(\'[data-out="saved"]\').dataset.value === "saved"';

/** How long a key takes until it can't be lost, and how long the write itself does. */
export async function saving(open, times, targets) {
  const tab = await open('application', { before: watch });
  const whole = [];
  const writes = [];
  await tab.js('document.querySelector(\'[name$=".done"]\').focus()');
  for (let time = 0; time <= times; time += 1) {
    await tab.until(saved);
    // What an earlier key asked for is over: the next waits as long as any first key.
    await pause(450);
    await tab.js('document.activeElement.select(), kept.length = 0, undefined');
    await tab.press(String(time % 10));
    await tab.until('kept.length > 0');
    const { begun, done, pressed } = await tab.js('({ ...kept[0], pressed })');
    // The first one opens what later ones find open.
    if (time === 0) continue;
    whole.push(done - pressed);
    writes.push(done - begun);
  }
  await tab.close();
  return [
    measured(`key → kept for good, ${targets} targets`, whole, { note: 'the wait for further keys (at most 350 ms) is in it' }),
    measured('  of which the write', writes),
  ];
}

/** The document of a large set, as another program might write it; `figure` tells one from another. */
function document(set, figure) {
  const targets = set.areas.flatMap(({ criteria }) => criteria).flatMap(({ targets }) => targets);
  return JSON.stringify({
    format: 'tu-cham/assessment',
    version: 1,
    document: { id: `00000000-0000-4000-8000-${String(figure).padStart(12, '0')}`, revision: 1 },
    unit: { name: 'UBND xã đo tốc độ', level: set.levels[0].id },
    year: set.years[0],
    target_set: { id: set.id, edition: set.edition },
    answers: Object.fromEntries(targets.map(({ id }, index) => [id, { figures: { done: String(figure + index), total: '98765' } }])),
  });
}

/** From a file being chosen to its preview, and from the choice to all its rows being drawn. */
export async function opening(open, set, times, targets) {
  const tab = await open('application', { before: watch });
  const last = set.areas.at(-1).criteria.at(-1).targets.at(-1).id;
  const previews = [];
  const rows = [];
  for (let time = 0; time <= times; time += 1) {
    await tab.until(saved);
    const figure = 1000 + 500 * time;
    const [preview, drawn] = await tab.js(`(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      }));
      const seen = async (probe) => {
        while (!probe()) await new Promise((done) => { const observer = new MutationObserver(() => { observer.disconnect(); done(); }); observer.observe(document, { subtree: true, childList: true, attributes: true }); });
        await frame();
      };
      const field = document.querySelector('[name="import"]');
      const carried = new DataTransfer();
      carried.items.add(new File([${JSON.stringify(document(set, figure))}], 'phiếu.json', { type: 'application/json' }));
      field.files = carried.files;
      const begun = performance.now();
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await seen(() => document.querySelector('[data-preview] [data-action="import-new"]'));
      const shown = performance.now();
      document.querySelector('[data-preview] [data-action="import-new"]').click();
      await seen(() => document.querySelector('[name="${last}.done"]')?.value === '${figure + targets - 1}');
      return [shown - begun, performance.now() - shown];
    })()`);
    // The first one compiles what later ones find compiled.
    if (time === 0) continue;
    previews.push(preview);
    rows.push(drawn);
  }
  await tab.close();
  return [
    measured(`file chosen → its preview drawn, ${targets} targets`, previews),
    measured('  “open as new” → all rows drawn', rows),
    measured('  both, without the time to decide', previews.map((preview, index) => preview + rows[index])),
  ];
}

/** What “send with the application” hands over; a line that says so where the page has no such button. */
export async function copy(open, targets) {
  const tab = await open('application', { before: watch });
  const there = await tab.js('document.querySelector(\'[data-action="export-html"]\') !== null');
  if (there) {
    await tab.js('document.querySelector(\'[data-action="export-html"]\').click()');
    await tab.until('window.handedOver !== undefined');
  }
  const bytes = there ? await tab.js('handedOver') : undefined;
  await tab.close();
  if (bytes === undefined) return [{ what: 'copy of the application: not measured, the page has no button for it', cells: Array(6).fill('') }];
  return [measured(`copy of the application with ${targets} targets filled in`, [bytes], { unit: 'KB' })];
}
