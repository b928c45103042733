// Translators and extensions that wrap, join or replace what the program has drawn: what is shown stays true, and nothing breaks.
import assert from 'node:assert/strict';
import { eachBrowser } from './support/app.mjs';
import { button, enter, enterAll, gone, heading, press } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const tools = {
  'a translator that puts <font> in the place of every text': `
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found) {
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstChild.textContent = text.data;
      text.replaceWith(font);
    }`,
  'an extension that wraps texts and elements in <mark>': `
    const wrap = (node) => {
      const mark = document.createElement('mark');
      node.replaceWith(mark);
      mark.append(node);
    };
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    found.forEach(wrap);
    root.querySelectorAll('p, button, section, [data-out]').forEach(wrap)`,
  'a tool that joins neighbouring texts': 'root.normalize()',
  'a tool that rewrites texts in place': `
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.toUpperCase() + '!'`,
};
const uses = (app, tool) => app.js(`const root = document.getElementById('app'); ${tool}`);
const failed = (app) => app.js('return !document.getElementById("failure").hidden');

/** What a row shows of its value, as text, and as it says to scripts. */
const shown = (app) => app.js(`
  const out = document.querySelector('[data-target="TT-3"] [data-out="value"]');
  return [out.dataset.value, out.textContent.trim()]`);

for (const [what, tool] of Object.entries(tools)) {
  eachBrowser(`${what} neither breaks the page nor leaves old numbers`, { timeout: 120_000 }, async (app) => {
    await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
    await enterAll(app, { 'TT-3.done': '500', 'TT-3.total': '850' });
    await app.rowSees('TT-3', { value: '58.824' });
    for (const [done, value, text] of [['410', '48.235', '48,235%'], ['850', '100.000', '100,000%'], ['41', '4.824', '4,824%']]) {
      await uses(app, tool);
      await enter(app, 'TT-3.done', done);
      await app.rowSees('TT-3', { value });
      await until('the text of the value', async () => {
        const now = await shown(app);
        if (now[1] !== text) throw new Error(now.join());
        return true;
      });
    }
    for (const page of ['#/ket-qua', '#/bao-cao', '#/nhap-lieu']) {
      await app.js('location.hash = arguments[0]', page);
      await until(page, () => app.js('return document.querySelector("main, .paper, [data-gap]") !== null'));
      await uses(app, tool);
    }
    await press(app, button('drafts'));
    await app.find('[role="dialog"]');
    await uses(app, tool);
    await press(app, button('close', '[role="dialog"]'));
    await gone(app, '[role="dialog"]');
    await enter(app, 'TT-3.done', '410');
    await app.rowSees('TT-3', { value: '48.235' });
    assert.equal((await shown(app))[1], '48,235%');
    assert.equal(await failed(app), false);
  });
}

eachBrowser('a tool that never gives up does not break the page either', { timeout: 120_000 }, async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  // Wraps again what was put back, as long as it is put back.
  await app.js(`
    const root = document.getElementById('app');
    const wrap = () => root.querySelectorAll('p, section > *, [data-out]').forEach((node) => {
      if ([node, node.parentNode].some((each) => each.localName === 'mark')) return;
      const mark = document.createElement('mark');
      node.replaceWith(mark);
      mark.append(node);
    });
    new MutationObserver(wrap).observe(root, { childList: true, subtree: true });
    wrap()`);
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await app.rowSees('TT-3', { value: '48.235' });
  for (const page of ['#/ket-qua', '#/bao-cao', '#/nhap-lieu']) await app.js('location.hash = arguments[0]; return new Promise((done) => setTimeout(done))', page);
  await enter(app, 'TT-3.done', '850');
  await app.rowSees('TT-3', { value: '100.000' });
  assert.equal(await failed(app), false);
});
