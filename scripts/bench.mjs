// Prints what the built product measures beside its budgets. The numbers are no test: the exit code says only whether
// could be taken. `--quick` takes fewer of each; names (sizes, host, loading, typing, keeping, papers, memory, lighthouse) take
// only those.
import { availableParallelism, cpus, loadavg } from 'node:os';
import { launch } from './bench/chromium.mjs';
import { host } from './bench/host.mjs';
import { copy, opening, saving } from './bench/keeping.mjs';
import { lighthouse } from './bench/lighthouse.mjs';
import { loading } from './bench/loading.mjs';
import { memory } from './bench/memory.mjs';
import { READY, application, byHand, carrying, drawn, fillFigures, prepare, still, workplace } from './bench/pages.mjs';
import { papers } from './bench/papers.mjs';
import { measured, print } from './bench/statistics.mjs';
import { largeSet } from './bench/target-set.mjs';
import { frames, script } from './bench/typing.mjs';
import { sizes } from './sizes.mjs';

const SUBJECTS = ['sizes', 'host', 'loading', 'typing', 'keeping', 'papers', 'memory', 'lighthouse'];
const named = process.argv.slice(2).filter((word) => word !== '--quick');
const unknown = named.filter((word) => !SUBJECTS.includes(word));
if (unknown.length > 0) throw new Error(`not one of ${SUBJECTS.join(', ')}: ${unknown.join(', ')}`);
const wanted = (subject) => named.length === 0 || named.includes(subject);
const quick = process.argv.includes('--quick');
const counts = quick
  ? { loads: 5, keys: 30, traced: 20, saves: 5, opens: 5, papers: 3, memory: 400, lighthouse: 1 }
  : { loads: 15, keys: 90, traced: 60, saves: 30, opens: 15, papers: 10, memory: 2000, lighthouse: 5 };
const slowDowns = [1, 4];
const scriptBudgets = { 1: 0.5, 4: 2.5 };

const busy = () => `load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`;

/** Something in one browser with a fresh profile, and a folder for pages. */
async function inBrowser(measure) {
  const place = workplace();
  try {
    const browser = await launch();
    try {
      await measure(browser, place);
    } finally {
      await browser.close();
    }
  } finally {
    place.remove();
  }
}

/** The application with a number of targets, all figures filled in, and the still page of the same; opened by name. */
async function pair(browser, place, { set, level, year }) {
  const addresses = { application: place.page('application', set ? carrying(set) : application()) };
  const tab = await browser.tab();
  await tab.open(addresses.application, READY);
  if (level) await prepare(tab, level, year);
  await fillFigures(tab);
  addresses.still = place.page('still', still(await drawn(tab)));
  const targets = await tab.js('document.querySelectorAll("[data-target]").length');
  await tab.close();
  const open = async (name, settings) => {
    const opened = await browser.tab(settings);
    await opened.open(addresses[name], name === 'application' ? READY : undefined);
    return opened;
  };
  return { open, targets };
}

const small = { level: 'province', year: '2023' };
const large = { set: largeSet() };

console.log(`${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${busy()}${quick ? ', quick run' : ''}`);

if (wanted('sizes')) {
  print('Sizes', sizes().map(({ what, bytes, budget }) => measured(what, [bytes], { unit: 'KB', budget })));
}
if (wanted('host')) print(`Host (${busy()})`, await host());
if (wanted('loading')) {
  await inBrowser(async (browser, place) => {
    const pages = { application: place.page('application', application()) };
    const tab = await browser.tab();
    await tab.open(pages.application, READY);
    await prepare(tab, small.level, small.year);
    pages.byHand = place.page('by-hand', byHand(await drawn(tab, { empty: true })));
    await tab.close();
    for (const slowDown of slowDowns) {
      print(`Opening from file://, 17 targets, ${counts.loads} loads (${busy()})`, await loading(browser, pages, slowDown, counts.loads));
    }
  });
}
if (wanted('typing')) {
  for (const size of [small, large]) {
    await inBrowser(async (browser, place) => {
      const { open, targets } = await pair(browser, place, size);
      for (const slowDown of slowDowns) {
        const budget = size === large ? scriptBudgets[slowDown] : undefined;
        print(`Typing, ${targets} targets, ${counts.keys} keys (${busy()})`, [
          ...(await frames(open, slowDown, counts.keys, targets)),
          ...(await script(open, slowDown, counts.traced, targets, budget)),
        ]);
      }
    });
  }
}
if (wanted('keeping')) {
  for (const size of [small, large]) {
    await inBrowser(async (browser, place) => {
      const { open, targets } = await pair(browser, place, size);
      print(`Keeping, ${targets} targets, ${counts.saves} keys, ${counts.opens} files (${busy()})`, [
        ...(await saving(open, counts.saves, targets)),
        ...(size === large ? await opening(open, size.set, counts.opens, targets) : await copy(open, targets)),
      ]);
    });
  }
}
if (wanted('papers')) {
  await inBrowser(async (browser, place) => {
    const { open, targets } = await pair(browser, place, small);
    print(`Pages and papers, ${targets} targets, ${counts.papers} of each (${busy()})`, await papers(open, counts.papers, targets));
  });
}
if (wanted('memory')) {
  await inBrowser(async (browser, place) => {
    const { open, targets } = await pair(browser, place, large);
    print(`Memory over ${counts.memory} keys (${busy()})`, await memory(open, counts.memory, targets));
  });
}
if (wanted('lighthouse')) print(`Lighthouse, hosted build, ${counts.lighthouse} runs (${busy()})`, await lighthouse(counts.lighthouse));
