// A block of cells pasted from a spreadsheet fills figures, says how many, and is one step of undo.
import assert from 'node:assert/strict';
import { eachBrowser } from './support/app.mjs';
import { button, enter, figures, focusIs, gone, heading, held, holds, named, press, reach } from './support/entry.mjs';

const filled = async (app) => Object.fromEntries(Object.entries(await figures(app)).filter(([, text]) => text !== ''));

async function paste(app, name, text) {
  await reach(app, named(name));
  await app.paste(named(name), text);
}

eachBrowser('a two-column block fills down, says how many, and goes in one step', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await enter(app, 'TT-3.done', '410');
  const block = {
    'TT-3.done': '410',
    'TT-4a.done': '104', 'TT-4a.total': '104',
    'TT-4b.done': '98', 'TT-4b.total': '104',
    'TT-4c.done': '1.103', 'TT-4c.total': '1,104',
  };
  await paste(app, 'TT-4a.done', 'Đã làm\tTổng số\r\n104\t104\r\n98\t104\r\n1.103\t1,104\r\n');
  await holds(app, 'TT-4c.total', '1,104');
  assert.deepEqual(await filled(app), block);
  assert.match(await app.text('[data-notice="pasted"]'), / 6 số /);
  // 98/104: 3 × 98 ÷ 104 = 2,82692… → 2,827
  await app.rowSees('TT-4b', { points: '2.827' });

  await press(app, button('undo'));
  await holds(app, 'TT-4c.total', '');
  assert.deepEqual(await filled(app), { 'TT-3.done': '410' });
  await app.find('[data-notice="undone"]');
  await press(app, button('redo'));
  await holds(app, 'TT-4c.total', '1,104');
  assert.deepEqual(await filled(app), block);
});

eachBrowser('a block without a heading begins at once, and a single figure is an ordinary paste', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await paste(app, 'TC-1.done', '6\t6\n14\t15');
  await holds(app, 'TC-2.total', '15');
  assert.deepEqual(await filled(app), { 'TC-1.done': '6', 'TC-1.total': '6', 'TC-2.done': '14', 'TC-2.total': '15' });
  await press(app, button('dismiss', '[data-notice="pasted"]'));
  await gone(app, '[data-notice]');
  await paste(app, 'TT-3.total', '850\r\n');
  await holds(app, 'TT-3.total', '850');
  assert.equal(await held(app, 'TT-4a.total'), '');
  await gone(app, '[data-notice]');
});

eachBrowser('a total of the same list is offered and never filled unasked', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await enter(app, 'TT-4a.done', '100');
  await gone(app, button('use-total'));
  await enter(app, 'TT-4a.total', '104');
  const offer = button('use-total', '[data-target="TT-4b"]');
  assert.match(await app.text(offer), /dùng 104 như TT-4a/);
  assert.equal(await held(app, 'TT-4b.total'), '');
  await app.rowSees('TT-4b', { state: 'empty' });
  await press(app, offer);
  await holds(app, 'TT-4b.total', '104');
  await focusIs(app, 'TT-4b.total');
  await gone(app, offer);
  assert.equal(await held(app, 'TT-4c.total'), '');
  await press(app, button('undo'));
  await holds(app, 'TT-4b.total', '');
});
