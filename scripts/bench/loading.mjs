// First contentful paint and ready: each load in a tab, and so a process, of its own.
import { pause } from './chromium.mjs';
import { READY } from './pages.mjs';
import { measured, median } from './statistics.mjs';

// Runs before the page's own scripts. Both times count from the start of the navigation.
const watch = `
  window.seen = {};
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') seen.paint = startTime;
  }).observe({ type: 'paint', buffered: true });
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready !== 'true') return;
    seen.ready = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
`;

async function load(browser, url, slowDown) {
  const tab = await browser.tab({ slowDown, before: watch });
  // The start of the tab itself is over.
  await pause(80);
  await tab.open(url, `seen.paint !== undefined && seen.ready !== undefined && ${READY}`);
  const times = await tab.js('({ paint: seen.paint, ready: seen.ready, rows: document.querySelectorAll("[data-target]").length, elements: document.querySelectorAll("#app *").length })');
  await tab.close();
  return times;
}

const budgets = { 1: { paint: 100, ready: 200 }, 4: { paint: 250, ready: 650 } };

/** Rows of loads of `pages` = `{ application, byHand }`, taken in turns so that noise falls on both alike. */
export async function loading(browser, pages, slowDown, times) {
  const taken = { application: [], byHand: [] };
  // The first of each warms the disk and is not counted.
  for (let turn = 0; turn <= times; turn += 1) {
    for (const name of Object.keys(taken)) {
      const one = await load(browser, pages[name], slowDown);
      if (turn > 0) taken[name].push(one);
    }
  }
  const of = (name, what) => taken[name].map((one) => one[what]);
  const rows = [];
  for (const [what, words] of [['paint', 'first contentful paint'], ['ready', 'ready']]) {
    const [own, plain] = [of('application', what), of('byHand', what)];
    rows.push(measured(`${words}, ${slowDown}×`, own, { budget: budgets[slowDown][what] }));
    rows.push(measured(`  by hand in JavaScript`, plain));
    rows.push(measured('  compared with by hand', [median(own) / median(plain)], { unit: '×', budget: 1.5 }));
  }
  return { rows, shown: { application: taken.application[0], byHand: taken.byHand[0] } };
}
