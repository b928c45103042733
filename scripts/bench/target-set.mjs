// A target set bigger than any in use, to see how the page carries it.

const AREAS = 8;
const CRITERIA = 5;
const TARGETS = 5;

const both = (vi, en) => ({ vi, en });

function target(number) {
  return {
    id: `T-${number}`,
    name: both(`Giải quyết hồ sơ thuộc nhóm thủ tục số ${number} đúng và trước hạn`, `Dossiers of procedure group ${number} settled in time`),
    quote: `Tỷ lệ hồ sơ thuộc nhóm thủ tục số ${number} được giải quyết đúng và trước hạn đạt tối thiểu ${50 + (number % 50)}%.`,
    section: `I.${number}`,
    levels: ['commune'],
    max_points: '1',
    measure: {
      kind: 'ratio',
      unit: 'count',
      done: both('Hồ sơ đúng và trước hạn', 'Dossiers in time'),
      total: both('Hồ sơ đã giải quyết', 'Dossiers settled'),
      noun: both('hồ sơ', 'dossiers'),
    },
    goal: { compare: 'at_least', value: String(50 + (number % 50)) },
    rule: { kind: 'toward_goal' },
  };
}

const range = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** A set of 200 ratio targets in 8 areas of 5 criteria, for communes in 2023. */
export function largeSet() {
  const criterion = (area) => (index) => {
    const number = area * CRITERIA + index;
    const targets = range(TARGETS, (place) => target(number * TARGETS + place + 1));
    return { id: `C-${number + 1}`, name: both(`Nhóm thủ tục ${number + 1}`, `Procedure group ${number + 1}`), targets };
  };
  return {
    format: 'tu-cham/target-set',
    version: 1,
    id: 'large',
    edition: '1',
    title: both('Bộ chỉ tiêu để đo tốc độ', 'A set for measuring speed'),
    source: { number: '0', date: '2023-01-01', issuer: '' },
    years: [2023],
    levels: [{ id: 'commune', name: both('Cấp xã', 'Commune') }],
    not_applicable: 'leave_out',
    decimals: 3,
    bands: [
      { id: 'good', name: both('Tốt', 'Good'), from: '80' },
      { id: 'weak', name: both('Yếu', 'Weak'), from: '0' },
    ],
    areas: range(AREAS, (index) => ({
      id: `area-${index + 1}`,
      name: both(`Lĩnh vực ${index + 1}`, `Area ${index + 1}`),
      criteria: range(CRITERIA, criterion(index)),
    })),
  };
}

/** JSON that can stand in a script block: nothing in it can end the block or begin a comment. */
export const embeddable = (value) =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
