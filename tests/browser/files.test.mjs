// Files from outside: what is refused, what is asked, what is said, and that nothing changes before it is chosen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Key, eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, details, enter, enterAll, figures, gone, header, headerSees, heading, held, holds, named, press, saved } from './support/entry.mjs';
import { digest, sealed } from './support/seal.mjs';
import { until } from './support/wait.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const golden = read('tests/golden/assessment-v1.json');
const changed = (change) => {
  const file = JSON.parse(golden);
  change(file);
  return JSON.stringify(file);
};

// Every file that is refused, with the page's word for why.
const refused = [
  ['không phải JSON', 'Kính gửi UBND huyện', 'not-json'],
  ['bị cắt', golden.slice(0, golden.length / 2), 'not-json'],
  ['khóa hai lần', golden.replace('"year": 2023,', '"year": 2023, "year": 2024,'), 'not-json'],
  ['lồng nhau', '['.repeat(100_000) + ']'.repeat(100_000), 'not-json'],
  ['JSON lạ', '{"name": "package", "version": "1.0.0"}', 'not-ours'],
  ['số trần', '17', 'not-ours'],
  ['bộ chỉ tiêu hỏng', read('sets/196-ctr-ubnd.json').replace('"at_most"', '"khoảng"'), 'faulty'],
  ['mới hơn', changed((file) => { file.version = 2; }), 'newer'],
  ['sai kiểu', changed((file) => { file.answers['TT-3'].figures.done = 410; }), 'faulty'],
  ['sai kiểu nữa', changed((file) => { file.year = 'hai nghìn'; file.answers = []; }), 'faulty'],
  ['rỗng', '', 'blank'],
  ['nhị phân', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0xfe, 0x00, 0x80, 0x81]), 'file-picture'],
  ['bảng tính hỏng', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00, 0x80, 0x81]), 'workbook-damaged'],
  ['sáu MB', `"${'a'.repeat(6_000_000)}"`, 'too-big'],
];

const mine = { 'TT-3.done': '500', 'TT-3.total': '1.000', 'TC-1.done': '12,5' };

/** A commune with figures of its own; gives what must not change. */
async function begun(app) {
  await heading(app, { unit: 'UBND xã Vinh Thanh', year: 2023 });
  await enterAll(app, mine);
  await saved(app);
  return state(app);
}

const state = async (app) => ({ header: await header(app), figures: await figures(app), unit: await held(app, 'unit'), year: await held(app, 'year') });

async function quiet(app) {
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
}

inOneBrowser('what is not one of ours gets one plain message and changes nothing', { timeout: 150_000 }, async (app) => {
  const before = await begun(app);
  for (const [name, content, problem] of refused) {
    await app.importFile(app.writeFile(`${name}.json`, content));
    const alert = `[role="alert"][data-problem="${problem}"]`;
    assert.match(await app.text(alert), new RegExp(`${name}\\.json`), name);
    assert.equal(await app.js('return document.querySelector("[data-preview]")'), null);
    assert.deepEqual(await state(app), before, name);
    // The faults of a set lie over the page until they are closed.
    if (await app.js('return document.querySelector("[data-faults]") !== null')) {
      await press(app, button('close', '[role="dialog"] .panel__foot'));
      await gone(app, '[role="dialog"]');
    }
    await press(app, button('dismiss', alert));
    await gone(app, '[role="alert"][data-problem]');
  }
  // Alive as before: 10 × 52 % ÷ 55 % = 9,4545… → 9,455
  await enter(app, 'TT-3.done', '520');
  await app.rowSees('TT-3', { points: '9.455' });
  await saved(app);
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '520');
  await quiet(app);
});

// The golden file by hand: 10 + 10 + 5 + 10 × 48,2352…/55 + 4 + 3 + 3 + 5, TT-2b out: 48,770 of 50 = 97,54 %.
const goldenHeader = { index: '97.540', possible: '97.540', points: '48.770', max: '50.000' };

eachBrowser('a file is opened beside what is here, in its place, or not at all', async (app) => {
  const before = await begun(app);
  const path = app.writeFile('Phú Mậu.json', golden);
  await app.importFile(path);
  await app.find('[data-preview]');
  await press(app, button('import-cancel', '[data-preview]'));
  await gone(app, '[data-preview]');
  assert.deepEqual(await state(app), before);

  await app.importFile(path);
  await press(app, button('import-replace', '[data-preview]'));
  await headerSees(app, goldenHeader);
  assert.equal(await held(app, 'TT-2b.done'), '3');
  await saved(app);
  await press(app, button('drafts'));
  assert.equal((await app.driver.findElements({ css: '[data-draft]' })).length, 1);
  await app.press(Key.ESCAPE);
  await gone(app, '[role="dialog"]');
  await press(app, button('undo'));
  await holds(app, 'unit', 'UBND xã Vinh Thanh');
  assert.deepEqual(await state(app), before);

  await app.dropFile('Phú Mậu.json', golden);
  await press(app, button('import-new', '[data-preview]'));
  await headerSees(app, goldenHeader);
  await press(app, button('drafts'));
  await until('two drafts', async () => (await app.driver.findElements({ css: '[data-draft]' })).length === 2);
  await app.press(Key.ESCAPE);
  await gone(app, '[role="dialog"]');

  // Dropped and refused, as if chosen.
  await app.dropFile('lạ.json', '{}');
  await app.find('[role="alert"][data-problem="not-ours"]');
  await headerSees(app, goldenHeader);

  // What this version does not know is written back as it was.
  const file = JSON.parse((await app.download(() => press(app, button('export-json')))).text);
  assert.equal(file.digest, digest(file));
  assert.deepEqual(file.answers['TT-3'].appraisal, { points: '8.500', by: 'Phòng Nội vụ' });
  assert.deepEqual([file.unit.code, file.answers['TT-6'].figures.done], ['H57.01.12', '12']);
  await quiet(app);
});

inOneBrowser('the preview says what is amiss and asks for what the set does not know', async (app) => {
  await begun(app);
  const preview = async (name, content) => {
    await app.importFile(app.writeFile(`${name}.json`, content));
    return app.text('[data-preview]');
  };
  const cancel = async () => {
    await press(app, button('import-cancel', '[data-preview]'));
    await gone(app, '[data-preview]');
  };
  const differs = /khác với kết quả ghi trong tệp/;
  const byHand = /đã thay đổi sau khi xuất/;

  const whole = await preview('nguyên vẹn', golden);
  assert.ok(!differs.test(whole) && !byHand.test(whole), whole);
  await cancel();

  // A figure raised by hand: the digest no longer fits, and neither does the result.
  const raised = await preview('sửa tay', changed((file) => { file.answers['TT-3'].figures.done = '800'; }));
  assert.match(raised, differs);
  assert.match(raised, byHand);
  await cancel();

  const file = JSON.parse(golden);
  file.result.points = '50.000';
  const boasting = await preview('kết quả khác', sealed(file));
  assert.match(boasting, differs);
  assert.doesNotMatch(boasting, byHand);
  await press(app, button('import-new', '[data-preview]'));
  await headerSees(app, goldenHeader);

  await preview('cấp và năm lạ', changed((each) => { each.unit.level = 'ward'; each.year = 2030; }));
  const closed = () => app.js('return document.querySelector("[data-preview] [data-action=import-new]").disabled');
  assert.equal(await closed(), true);
  await app.setSelect(named('preview-level'), 'commune');
  assert.equal(await closed(), true);
  await app.setSelect(named('preview-year'), '2023');
  await until('the file may be opened', async () => !(await closed()));
  await press(app, button('import-new', '[data-preview]'));
  await gone(app, '[data-preview]');
  assert.deepEqual([await held(app, 'level'), await held(app, 'year')], ['commune', '2023']);
  await headerSees(app, goldenHeader);
  await quiet(app);
});

inOneBrowser('nothing of a file is ever run or followed', async (app) => {
  const nasty = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
  const file = JSON.parse(golden);
  file.unit.name = nasty;
  file.answers['TT-3'].note = nasty;
  file.answers['TT-3'].evidence = [{ number: nasty, date: '', title: nasty, place: '', link: 'javascript:alert(1)' }];
  file.answers[nasty] = { figures: { [nasty]: nasty } };
  await app.importFile(app.writeFile('độc.json', sealed(file)));
  await press(app, button('import-new', '[data-preview]'));
  await holds(app, 'unit', nasty);
  await details(app, 'TT-3');
  await holds(app, 'TT-3.evidence.0.link', 'javascript:alert(1)');
  const found = await app.js(`return {
    ran: window.ran ?? null,
    images: document.querySelectorAll('main img').length,
    links: [...document.querySelectorAll('[href], [src], [action]')].map((e) => e.getAttribute('href') ?? e.getAttribute('src') ?? '').filter((to) => /^\\s*javascript:/i.test(to)),
  }`);
  assert.deepEqual(found, { ran: null, images: 0, links: [] });
  await quiet(app);
});
