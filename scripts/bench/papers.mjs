// The papers: from the click on a page to the report drawn, from a click to the Word or Excel file handed over (the
// first brings the second module in, later ones find it there), and from a question to its plan.
import { measured } from './statistics.mjs';

// Notes when a download is handed over, and how much it weighs.
const watch = `
  (() => {
    const offer = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.handedOver = { size: blob.size, at: performance.now() };
      return offer.call(URL, blob);
    };
  })();
`;

/** What the page runs to wait until something is there and drawn. */
const seen = `
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  const seen = async (probe) => {
    while (!probe()) await new Promise((done) => { const observer = new MutationObserver(() => { observer.disconnect(); done(); }); observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); });
    await frame();
  };
`;

/** The time from going to a page until `there` holds of it. */
const reached = (tab, address, there) => tab.js(`(async () => {
  ${seen}
  const begun = performance.now();
  location.hash = ${JSON.stringify(address)};
  await seen(() => ${there});
  return performance.now() - begun;
})()`);

/** The time from a click until a file was handed over, and what it weighs. */
async function handedOver(tab, action) {
  await tab.js(`window.handedOver = undefined, window.asked = performance.now(), document.querySelector('[data-action="${action}"]').click()`);
  await tab.until('window.handedOver !== undefined');
  return tab.js('({ time: handedOver.at - asked, size: handedOver.size })');
}

/** Each page and paper `times` times in a tab of its own: what is brought in once is brought in anew. */
export async function papers(open, times, targets) {
  const figures = { results: [], report: [] };
  const files = { 'export-docx': { first: [], again: [] }, 'export-xlsx': { first: [], again: [] } };
  const sizes = {};
  const plans = [];
  for (let time = 0; time < times; time += 1) {
    for (const action of Object.keys(files)) {
      const tab = await open('application', { before: watch });
      figures.results.push(await reached(tab, '#/ket-qua', 'document.querySelector("main svg")'));
      figures.report.push(await reached(tab, '#/bao-cao', `document.querySelector('[data-action="${action}"]')`));
      const first = await handedOver(tab, action);
      files[action].first.push(first.time);
      sizes[action] = first.size;
      files[action].again.push((await handedOver(tab, action)).time);
      await tab.close();
    }
    const tab = await open('application', { before: watch });
    await reached(tab, '#/thu-phuong-an', 'document.querySelector(\'[data-action="solve"]\')');
    plans.push(
      await tab.js(`(async () => {
        ${seen}
        const field = document.querySelector('[name="wanted-index"]');
        field.value = '85';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await frame();
        const begun = performance.now();
        document.querySelector('[data-action="solve"]').click();
        await seen(() => document.querySelector('[data-out="plan-index"]'));
        return performance.now() - begun;
      })()`),
    );
    await tab.close();
  }
  const papers = Object.entries(files).flatMap(([action, { first, again }]) => {
    const name = action.replace('export-', '.');
    return [
      measured(`click → first ${name}, ${targets} targets`, first, { note: 'the second module is brought in meanwhile' }),
      measured(`  a further ${name}`, again),
      measured(`  its size`, [sizes[action]], { unit: 'KB' }),
    ];
  });
  return [
    measured(`to Kết quả, ${targets} targets`, figures.results),
    measured(`to the first report, ${targets} targets`, figures.report),
    ...papers,
    measured(`“muốn đạt 85” → its plan drawn, ${targets} targets`, plans),
  ];
}
