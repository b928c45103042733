// Level and year decide what applies and what is asked; nothing that was typed is lost by changing them.
import assert from 'node:assert/strict';
import { inOneBrowser } from './support/app.mjs';
import { button, enterAll, headerSees, heading, held, press, reach, rows } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const years = [2022, 2023, 2024, 2025];
// TT-3 by level and year; how many targets a level has, and their points.
const levels = {
  commune: { goals: [35, 55, 75, 95], targets: 9, max: '55.000' },
  district: { goals: [40, 60, 80, 100], targets: 10, max: '60.000' },
  department: { goals: [50, 70, 90, 100], targets: 13, max: '80.000' },
  province: { goals: [50, 70, 90, 100], targets: 17, max: '80.000' },
};

inOneBrowser('the goal in force follows level and year', async (app) => {
  for (const [level, { goals, targets, max }] of Object.entries(levels)) {
    for (const [place, year] of years.entries()) {
      await heading(app, { level, year });
      await until(`TT-3 of ${level} ${year} asks ${goals[place]} %`, async () => {
        const { text } = await app.row('TT-3');
        return new RegExp(`(^|≥\\s*)${goals[place]}%`, 'm').test(text) && text.includes(String(year));
      });
    }
    await headerSees(app, { max });
    assert.equal((await rows(app)).length, targets, level);
  }
});

inOneBrowser('a change of level keeps every figure, and brings it back', async (app) => {
  await heading(app, { unit: 'UBND huyện Phú Vang', level: 'district', year: 2023 });
  // TT-3: 450/1000 = 45 % of 60 %: 7,5. TT-6: 12/20 = 60 % ≥ 50 %: 5.
  await enterAll(app, { 'TT-3.done': '450', 'TT-3.total': '1.000', 'TT-6.done': '12', 'TT-6.total': '20' });
  await app.rowSees('TT-6', { points: '5.000' });
  await headerSees(app, { points: '12.500', max: '60.000' });

  await heading(app, { level: 'commune', year: 2023 });
  // 10 × 45/55 = 8,18181… → 8,182; TT-6 is not the commune's.
  await app.rowSees('TT-3', { points: '8.182' });
  assert.ok(!(await rows(app)).includes('TT-6'));
  await headerSees(app, { points: '8.182', max: '55.000' });
  const file = JSON.parse((await app.download(() => press(app, button('export-json')))).text);
  assert.deepEqual(file.answers['TT-6'].figures, { done: '12', total: '20' });
  assert.deepEqual(file.result.targets.find(({ id }) => id === 'TT-6'), undefined);

  // 10 × 45/95 = 4,73684… → 4,737
  await heading(app, { level: 'commune', year: 2025 });
  await app.rowSees('TT-3', { points: '4.737' });
  await heading(app, { level: 'district', year: 2023 });
  await app.rowSees('TT-6', { points: '5.000', state: 'scored' });
  assert.deepEqual([await held(app, 'TT-6.done'), await held(app, 'TT-3.total')], ['12', '1.000']);
  await headerSees(app, { points: '12.500', max: '60.000' });
});

inOneBrowser('checklist, ranks, money and what is left out are scored as they stand', async (app) => {
  await heading(app, { level: 'department', year: 2023 });
  const mark = async (item, value) => {
    const radio = `[name="TC-3.${item}"][value="${value}"]`;
    await reach(app, radio);
    await app.click(radio);
  };
  await mark('reviewed', 'yes');
  await app.rowSees('TC-3', { state: 'empty', points: '' });
  // One of two: 10 × 1/2.
  await mark('advised', 'no');
  await app.rowSees('TC-3', { state: 'scored', points: '5.000' });
  await mark('advised', 'yes');
  await app.rowSees('TC-3', { points: '10.000' });
  // 1,5 of 12 thousand million dong = 12,5 %; 5 × 12,5/20 = 3,125
  await enterAll(app, { 'TT-1b.done': '1.500.000.000', 'TT-1b.total': '12,000,000,000' });
  await app.rowSees('TT-1b', { value: '12.500', points: '3.125' });

  // 100/104 = 96,15384… %: 5 × 0,961538… = 4,80769… → 4,808; without the four, 100 %.
  await enterAll(app, { 'TT-5.done': '100', 'TT-5.total': '104' });
  await app.rowSees('TT-5', { value: '96.154', points: '4.808' });
  await enterAll(app, { 'TT-5.excluded': '4' });
  await app.rowSees('TT-5', { value: '100.000', points: '5.000' });
  await enterAll(app, { 'TT-5.excluded': '5' });
  await app.rowSees('TT-5', { state: 'invalid', points: '' });
  await enterAll(app, { 'TT-5.excluded': '105' });
  await app.rowSees('TT-5', { state: 'invalid' });

  await heading(app, { level: 'province', year: 2023 });
  assert.ok(!(await rows(app)).includes('TC-3'));
  for (const [text, expected] of [
    ['8', { state: 'scored', value: '8', points: '2.000' }],
    ['10', { state: 'scored', value: '10', points: '2.000' }],
    ['11', { state: 'scored', value: '11', points: '0.000' }],
    ['0', { state: 'invalid', points: '' }],
  ]) {
    await enterAll(app, { 'R-1.value': text });
    await app.rowSees('R-1', expected);
  }
});
