// Prints what the built product measures beside its budgets. The numbers are no test: the exit code says only whether
// could be taken. `--quick` takes fewer of each; names (sizes, host, loading, typing, keeping, papers, memory, lighthouse) take
// only those. `--dist <folder>` takes another build than the one in dist; `--against <folder>` measures loading and typing of
// a further build in turns with it, and prints the ratio.
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
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
const { values: options, positionals: named } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, dist: { type: 'string' }, against: { type: 'string' } },
  allowPositionals: true,
});
const dist = options.dist ?? fileURLToPath(new URL('../dist', import.meta.url));
const unknown = named.filter((word) => !SUBJECTS.includes(word));
if (unknown.length > 0) throw new Error(`not one of ${SUBJECTS.join(', ')}: ${unknown.join(', ')}`);
const wanted = (subject) => named.length === 0 || named.includes(subject);
const { quick, against } = options;
const counts = quick
  ? { loads: 5, keys: 30, traced: 20, saves: 5, opens: 5, papers: 3, memory: 400, lighthouse: 1 }
  : { loads: 15, keys: 90, traced: 60, saves: 30, opens: 15, papers: 10, memory: 2000, lighthouse: 5 };
const slowDowns = [1, 4];
const scriptBudgets = { 1: 0.45, 4: 1.6 };

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

/** Opens the single file of a build in a browser, fills all figures in, and gives what `read` makes of the tab. */
async function filled(browser, address, { level, year }, read) {
  const tab = await browser.tab();
  await tab.open(address, READY);
  if (level) await prepare(tab, level, year);
  await fillFigures(tab);
  const made = await read(tab);
  await tab.close();
  return made;
}

/**
 * The application with a number of targets, all figures filled in, and the still page of the same; opened by name. With
 * `rival`, a browser of its own, the build to compare with is there as `other`: two windows of one browser would not both
 * write.
 */
async function pair(browser, place, size, rival) {
  const text = (folder) => (size.set ? carrying(folder, size.set) : application(folder));
  const addresses = { application: place.page('application', text(dist)) };
  const { html, targets } = await filled(browser, addresses.application, size, async (tab) => ({
    html: await drawn(tab),
    targets: await tab.js('document.querySelectorAll("[data-target]").length'),
  }));
  addresses.still = place.page('still', still(dist, html));
  if (rival) {
    addresses.other = place.page('other', text(against));
    await filled(rival, addresses.other, size, () => {});
  }
  const open = async (name, settings) => {
    const opened = await (name === 'other' ? rival : browser).tab(settings);
    await opened.open(addresses[name], name === 'still' ? undefined : READY);
    return opened;
  };
  return { open, targets };
}

const small = { level: 'province', year: '2023' };
const large = { set: largeSet() };

console.log(`${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${busy()}${quick ? ', quick run' : ''}`);

if (wanted('sizes')) {
  print('Sizes', sizes(dist).map(({ what, bytes, ceiling }) => measured(what, [bytes], { unit: 'KB', budget: ceiling })));
}
if (wanted('host')) print(`Host (${busy()})`, await host());
if (wanted('loading')) {
  await inBrowser(async (browser, place) => {
    const pages = { application: place.page('application', application(dist)) };
    if (against) pages.other = place.page('other', application(against));
    const tab = await browser.tab();
    await tab.open(pages.application, READY);
    await prepare(tab, small.level, small.year);
    pages.byHand = place.page('by-hand', byHand(dist, await drawn(tab, { empty: true })));
    await tab.close();
    for (const slowDown of slowDowns) {
      print(`Opening from file://, 17 targets, ${counts.loads} loads (${busy()})`, await loading(browser, pages, slowDown, counts.loads));
    }
  });
}
if (wanted('typing')) {
  for (const size of [small, large]) {
    const type = async (browser, place, rival) => {
      const { open, targets } = await pair(browser, place, size, rival);
      for (const slowDown of slowDowns) {
        const budget = size === large ? scriptBudgets[slowDown] : undefined;
        print(`Typing, ${targets} targets, ${counts.keys} keys (${busy()})`, [
          ...(await frames(open, slowDown, counts.keys, targets)),
          ...(await script(open, against ? ['application', 'other'] : ['application'], slowDown, counts.traced, targets, budget)),
        ]);
      }
    };
    await inBrowser((browser, place) => (against ? inBrowser((rival) => type(browser, place, rival)) : type(browser, place)));
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
if (wanted('lighthouse')) print(`Lighthouse, hosted build, ${counts.lighthouse} runs (${busy()})`, await lighthouse(dist, counts.lighthouse));
