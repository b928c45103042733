// First contentful paint and ready: each load in a tab, and so a process, of its own.
import { pause } from './chromium.mjs';
import { measured, median } from './statistics.mjs';

// Runs before the page's own scripts. All times count from the start of the navigation. `shown` is the end of the
// frame after the page said that it is ready: the rows are on the screen then.
const watch = `
  window.seen = {};
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') seen.paint = startTime;
  }).observe({ type: 'paint', buffered: true });
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready !== 'true') return;
    observer.disconnect();
    seen.ready = performance.now();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { seen.shown = performance.now(); };
    requestAnimationFrame(() => channel.port2.postMessage(0));
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
`;

async function load(browser, url, slowDown) {
  const tab = await browser.tab({ slowDown, before: watch });
  // The start of the tab itself is over.
  await pause(80);
  await tab.open(url, 'seen.paint !== undefined && seen.shown !== undefined');
  const times = await tab.js('({ ...seen, elements: document.querySelectorAll("#app *").length })');
  await tab.close();
  return times;
}

const budgets = { 1: { paint: 60, ready: 85 }, 4: { paint: 150, ready: 350 } };

/**
 * Loads of `{ application, byHand }` and, if there is one, of another build's `application` (`other`), 17 targets, taken in
 * turns so that noise falls on all alike.
 */
export async function loading(browser, pages, slowDown, times) {
  const taken = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  // The first of each warms the disk and is not counted.
  for (let turn = 0; turn <= times; turn += 1) {
    for (const name of Object.keys(taken)) {
      const one = await load(browser, pages[name], slowDown);
      if (turn > 0) taken[name].push(one);
    }
  }
  const of = (name, what) => taken[name].map((one) => one[what]);
  const ratio = (name, what) => median(of('application', what)) / median(of(name, what));
  const against = (what) => measured('  compared with it', [ratio('byHand', what)], { unit: '×', budget: 1.5 });
  const other = (what) => (pages.other ? [measured('  the other build', of('other', what)), measured('  compared with it', [ratio('other', what)], { unit: '×' })] : []);
  const kept = budgets[slowDown];
  const elements = (name) => taken[name][0].elements;
  return [
    measured(`first contentful paint, ${slowDown}×`, of('application', 'paint'), { budget: kept.paint }),
    measured('  page written by hand', of('byHand', 'paint'), { note: `its rows are in this frame; ${elements('byHand')} elements, the application ${elements('application')}` }),
    against('paint'),
    ...other('paint'),
    measured(`ready, ${slowDown}×`, of('application', 'ready'), { budget: kept.ready }),
    measured('  page written by hand: its script is over, nothing is drawn yet', of('byHand', 'ready')),
    ...other('ready'),
    measured(`rows on the screen, ${slowDown}×`, of('application', 'shown')),
    measured('  page written by hand', of('byHand', 'shown')),
    against('shown'),
    ...other('shown'),
  ];
}
