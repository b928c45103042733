// A whole commune, 2023: typed key by key, kept, exported, read back elsewhere, against a table worked out by hand.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eachBrowser } from './support/app.mjs';
import { button, details, enter, figures, header, headerSees, heading, held, named, press, saved } from './support/entry.mjs';
import { digest, sha256 } from './support/seal.mjs';

const NBSP = '\u00a0';
const texts = {
  unit: 'UBND xã Phú Mậu',
  superior: 'UBND thành phố Huế',
  place: 'Huế',
  prepared_by: 'Nguyễn Thị Hạnh',
};
const reason = 'Năm 2023 HĐND, UBND xã không được phân công văn bản nào';

// Points = maximum × min(1, value ÷ goal), rounded half-up to thousandths once; value = 100 × done ÷ (total − excluded).
const table = [
  // Nothing was assigned: not applicable, its 10 points leave the maximum of 55.
  { id: 'TC-1', done: '0', total: '0', state: 'not_applicable', value: null, goal: '100', met: null, points: null, max: '10.000' },
  // 37/40 = 92,5 %; 10 × 92,5/100 = 9,25
  { id: 'TC-2', done: '37', total: '40', state: 'scored', value: '92.500', goal: '100', met: false, points: '9.250', max: '10.000' },
  // 72/96 = 75 %; 5 × 75/80 = 4,6875 → 4,688
  { id: 'TT-2a', done: '72', total: '96', state: 'scored', value: '75.000', goal: '80', met: false, points: '4.688', max: '5.000' },
  // 1234/3850 = 32,05194… % ≥ 30 %
  { id: 'TT-2b', done: '1,234', total: '3.850', state: 'scored', value: '32.052', goal: '30', met: true, points: '5.000', max: '5.000' },
  // 850/2850 = 29,82456… %; 10 × 850 ÷ (0,55 × 2850) = 8500 ÷ 1567,5 = 5,42264… → 5,423
  { id: 'TT-3', done: '850', total: `2${NBSP}850`, state: 'scored', value: '29.825', goal: '55', met: false, points: '5.423', max: '10.000' },
  { id: 'TT-4a', done: '104', total: '104', state: 'scored', value: '100.000', goal: '100', met: true, points: '4.000', max: '4.000' },
  // 98/104 = 94,23076… %; 3 × 98/104 = 2,82692… → 2,827
  { id: 'TT-4b', done: '98', total: '104', state: 'scored', value: '94.231', goal: '100', met: false, points: '2.827', max: '3.000' },
  // 103/104 = 99,03846… %; 3 × 103/104 = 2,97115… → 2,971
  { id: 'TT-4c', done: '103', total: '104', state: 'scored', value: '99.038', goal: '100', met: false, points: '2.971', max: '3.000' },
  // 100 ÷ (104 − 4) = 100 %
  { id: 'TT-5', done: '100', total: '104', excluded: '4', state: 'scored', value: '100.000', goal: '100', met: true, points: '5.000', max: '5.000' },
];

// 9,250 + 4,688 + 5,000 + 5,423 + 4,000 + 2,827 + 2,971 + 5,000 = 39,159 of 45; 39,159 ÷ 45 = 87,02 % exactly.
const whole = { index: '87.020', possible: '87.020', points: '39.159', max: '45.000' };
// Before TT-5: 34,159 ÷ 45 = 75,9088… %; with its 5 points still possible 39,159 ÷ 45.
const beforeLast = { index: '75.909', possible: '87.020', points: '34.159', max: '45.000' };

const result = {
  points: '39.159',
  max_points: '45.000',
  index: '87.020',
  index_possible: '87.020',
  index_of_answered: '87.020',
  band: 'good',
  complete: true,
  areas: [
    { id: 'institutions', points: '9.250', max_points: '10.000', index: '92.500' },
    // 39,159 − 9,250 = 29,909 of 35; 85,45428… %
    { id: 'procedures', points: '29.909', max_points: '35.000', index: '85.454' },
  ],
  targets: table.map(({ id, state, value, goal, met, points, max }) => ({ id, state, value, goal, met, points, max_points: max, problem: null })),
};

const typed = ({ done, total, excluded }) => ({ done, total, ...(excluded && { excluded }) });

async function type(app) {
  for (const [name, text] of Object.entries(texts)) await enter(app, name, text);
  await heading(app, { level: 'commune', year: 2023 });
  await headerSees(app, { index: '0.000', possible: '100.000', points: '0.000', max: '55.000' });
  for (const target of table) {
    if (target.id === 'TT-5') await headerSees(app, beforeLast);
    for (const [field, text] of Object.entries(typed(target))) await enter(app, `${target.id}.${field}`, text);
    if (target.state === 'not_applicable') {
      await details(app, target.id);
      await press(app, named(`${target.id}.not_applicable`));
      await enter(app, `${target.id}.reason`, reason);
    }
    await seesRow(app, target);
  }
}

const seesRow = (app, { id, state, value, points }) => app.rowSees(id, { state, value: value ?? '', points: points ?? '' });

async function seesAll(app) {
  for (const target of table) await seesRow(app, target);
  assert.deepEqual(await header(app), whole);
  for (const [name, text] of Object.entries(texts)) assert.equal(await held(app, name), text);
  const expected = table.flatMap((target) => Object.entries({ done: target.done, total: target.total, excluded: target.excluded ?? '' })
    .filter(([field]) => field !== 'excluded' || target.id === 'TT-5')
    .map(([field, text]) => [`${target.id}.${field}`, text]));
  assert.deepEqual(await figures(app), Object.fromEntries(expected));
}

eachBrowser('a whole commune is typed, kept through a killed browser, exported and read back elsewhere', { timeout: 240_000 }, async (app) => {
  await type(app);
  await seesAll(app);
  await saved(app);

  await app.reload();
  await seesAll(app);

  // A figure changed and changed back: the revision that must outlive the browser is a moment old.
  await enter(app, 'TT-5.done', '99');
  await app.rowSees('TT-5', { value: '99.000' });
  await enter(app, 'TT-5.done', '100');
  await seesRow(app, table.at(-1));
  await saved(app);
  await app.restart({ kill: true });
  await app.open();
  // Which draft was open is a small choice that a killed browser may forget; then the list of drafts asks.
  const draft = '[role="dialog"] [data-draft]';
  if (await app.js('return document.querySelector(arguments[0]) !== null', draft)) await press(app, button('open-draft', draft));
  await seesAll(app);

  const file = await app.download(() => press(app, button('export-json')));
  assert.match(file.name, /^UBND xã Phú Mậu - 2023 - \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.json$/);
  checkFile(JSON.parse(file.text));
  await app.find('[data-notice="exported"]');
  await quiet(app);

  await app.restart({ fresh: true });
  await app.open();
  assert.equal(await held(app, 'unit'), '');
  await app.importFile(file.path);
  await app.find('[data-preview]');
  assert.equal(await held(app, 'unit'), '', 'a preview changes nothing');
  await press(app, button('import-new', '[data-preview]'));
  await headerSees(app, whole);
  await seesAll(app);
  await saved(app);
  const again = await app.download(() => press(app, button('export-json')));
  assert.equal(again.text, file.text);
  await quiet(app);
});

function checkFile(file) {
  assert.deepEqual([file.format, file.version, file.year, file.period.kind], ['tu-cham/assessment', 1, 2023, 'year']);
  const { level, ...unit } = file.unit;
  assert.deepEqual([level, unit], ['commune', { name: texts.unit, superior: texts.superior, place: texts.place, prepared_by: texts.prepared_by }]);
  assert.match(file.document.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(file.digest, digest(file));
  const set = JSON.parse(readFileSync(new URL('../../sets/196-ctr-ubnd.json', import.meta.url), 'utf8'));
  assert.deepEqual(file.target_set, { id: set.id, edition: set.edition, sha256: sha256(set) });
  for (const target of table) assert.deepEqual(file.answers[target.id].figures, typed(target), target.id);
  assert.deepEqual(Object.keys(file.answers).sort(), table.map(({ id }) => id).sort());
  assert.equal(file.answers['TC-1'].not_applicable, reason);
  assert.deepEqual(file.result, result);
}

/** Nothing was asked for, nothing went wrong unseen. */
async function quiet(app) {
  assert.deepEqual(await app.requests(), []);
  assert.deepEqual(await app.consoleErrors(), []);
}
