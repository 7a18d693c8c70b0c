// The page's arithmetic is the program's: the same ranks, ties and scores under any weights.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chance, launch, open, report, tenbin, write } from './harness.mjs';

const SETTINGS = Number(process.env.SETTINGS || 200);
const ITEMS = 60;
let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** A backlog with many ties, some blanks and some ranges. */
function backlog(keys, rating, seed) {
  const dice = chance(seed);
  const rows = Array.from({ length: ITEMS }, (_, n) => [`A-${n + 1}`, `Item ${n + 1}`, ...keys.map((key) => (dice.below(60) ? rating(dice, key) : ''))]);
  return [['id', 'title', ...keys], ...rows].map((row) => row.join(',')).join('\n');
}

const onScale = (dice) => (dice.below(12) ? String(1 + dice.below(10)) : dice.of(['6-7', '2-5', '7.5', '3.25']));
const quantity = (dice, key) =>
  ({ reach: () => String(50 * (1 + dice.below(40))), impact: () => dice.of(['0.25', '0.5', '1', '2', '3']), confidence: () => dice.of(['50%', '80%', '100%']), effort: () => dice.of(['0', '1', '2', '3', '5', '8', '0.5']) })[key]();

const MODELS = [
  { model: 'matrix', keys: ['customer_impact', 'business_impact', 'market_competitiveness', 'ease'], rating: onScale, config: '[weights]\ncustomer_impact = 0.4\nbusiness_impact = 0.3\nmarket_competitiveness = 0.2\nease = 0.1\n' },
  { model: 'target', keys: ['generality', 'persistence', 'severity', 'opportunity', 'difficulty', 'initial_cost', 'running_cost'], rating: onScale, config: '' },
  { model: 'rice', keys: ['reach', 'impact', 'confidence', 'effort'], rating: quantity, config: '' },
  // Beside the three: roots, what weighs nought at first, a mean over differing scales, costs, and ties that a factor breaks.
  { model: 'matrix', name: 'parts', keys: ['affected_customers', 'severity', 'business_impact', 'market_competitiveness', 'ease'], rating: onScale, config: '[weights]\ncustomer_impact = 2\nbusiness_impact = 1\nmarket_competitiveness = 0\nease = 1\naffected_customers = 1\nseverity = 0\n[ranking]\ntie_break = ["customer_impact", "ease"]\n' },
  {
    model: 'ours',
    keys: ['reach', 'depth', 'risk', 'speed'],
    rating: (dice, key) => String(key === 'reach' ? 1 + dice.below(5) : key === 'risk' ? dice.below(4) : 1 + dice.below(10)),
    config: '[ranking]\ntie_break = ["speed"]\n[models.ours]\ncombine = "mean"\nof = ["value", "risk", "speed"]\n[criteria.value]\ncombine = "geometric-mean"\nof = ["reach", "depth"]\n[criteria.reach]\nscale = [1, 5]\n[criteria.risk]\nscale = [0, 3]\ndirection = "cost"\n',
  },
];

for (const { model, name = model, keys, rating, config } of MODELS) {
  test(`${name}: under ${SETTINGS} random weights the page ranks as the program does`, async () => {
    const file = write(`${name}.csv`, backlog(keys, rating, 7 + keys.length));
    const settings = ['--model', model, '-w', write(`${name}.toml`, `model = "${model}"\n${config}`)];
    const page = await open(browser, report(`${name}.html`, file, ...settings));
    const dice = chance(keys.length * 101);
    const sliders = await page.$$eval('input[type=range][data-weight]', (all) => all.map(({ dataset, max, step }) => ({ key: dataset.weight, max: Number(max), step: Number(step) })));
    assert.ok(sliders.length >= 4);
    let compared = 0;
    for (let setting = 0; setting < SETTINGS; setting += 1) {
      // Round weights make ties, others don't; a nought takes a criterion out.
      const wanted = sliders.map(({ key, max, step }) => {
        const whole = Math.round(max / step);
        const chosen = dice.below(8) === 0 ? 0 : dice.below(2) ? (1 + dice.below(4)) * Math.round(whole / 10) : 1 + dice.below(whole);
        return [key, String(Number((chosen * step).toFixed(6)))];
      });
      const shown = await page.evaluate((wanted) => {
        for (const [key, value] of wanted) {
          const slider = [...document.querySelectorAll('input[data-weight]')].find((input) => input.dataset.weight === key);
          slider.value = value;
          slider.dispatchEvent(new Event('input', { bubbles: true }));
        }
        const weights = [...document.querySelectorAll('input[data-weight]')].map((input) => [input.dataset.weight, input.value]);
        const rows = [...document.querySelectorAll('tr[data-item]')].map((tr) => [tr.dataset.item, tr.dataset.rank, tr.dataset.score, tr.hasAttribute('data-tied')]);
        return { weights, rows, refused: !document.querySelector('.warning').hidden };
      }, wanted);
      const flags = shown.weights.flatMap(([key, value]) => ['--weight', `${key}=${value}`]);
      let answer;
      try {
        answer = JSON.parse(tenbin('rank', file, ...settings, ...flags, '-f', 'json'));
      } catch {
        assert.ok(shown.refused, `the program refuses ${flags.join(' ')}`);
        continue;
      }
      assert.ok(!shown.refused, flags.join(' '));
      const expected = [
        ...answer.items.map((item) => [item.id, String(item.rank), item.score, item.tied]),
        ...answer.unranked.map((item) => [item.id, '', '', false]),
      ];
      const found = shown.rows.map(([id, rank, score, tied]) => [id, rank, score === '' ? '' : Number(score), tied]);
      assert.deepEqual(found, expected, flags.join(' '));
      compared += 1;
    }
    assert.ok(compared > 0.9 * SETTINGS, `${compared} compared`);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test('an item with blanks may come where the program says that it may', async () => {
  const { keys, rating, config } = MODELS[0];
  const file = write('blanks.csv', backlog(keys, rating, 11));
  const settings = ['-w', write('blanks.toml', `model = "matrix"\n${config}`)];
  const page = await open(browser, report('blanks.html', file, ...settings));
  const answer = JSON.parse(tenbin('rank', file, ...settings, '-f', 'json'));
  assert.ok(answer.unranked.length > 0);
  for (const { id, rank_range: [best, worst] } of answer.unranked) {
    const text = await page.$eval(`tr[data-item="${id}"] .note`, (note) => note.textContent);
    assert.ok(text.endsWith(best === worst ? `Could take rank ${best}` : `Could take ranks ${best} to ${worst}`), `${id}: ${text}, ${best} to ${worst}`);
  }
  await page.context().close();
});
