// The pictures of the page in the READMEs: node scripts/picture.mjs, after scripts/browser.sh has fetched what it needs.
//
// They are taken of the examples under weights that say something; run it again when the page looks different.

import { join } from 'node:path';
import { launch, open, report, root, write } from '../tests/browser/harness.mjs';

const weights = (lang) => {
  const [churn, speed] = lang === 'ja' ? ['解約防止', 'すぐできること'] : ['Retention', 'Quick wins'];
  const base = '[weights]\ncustomer_impact = 4\nbusiness_impact = 3\nmarket_competitiveness = 2\nease = 1\n';
  return write('weights.toml', `${base}[scenarios."${churn}"]\ncustomer_impact = 6\n[scenarios."${speed}"]\nease = 5\n`);
};

const browser = await launch();
for (const [lang, backlog, name] of [['en', 'backlog_en.csv', 'report.png'], ['ja', 'backlog_gaps.csv', 'report.ja.png']]) {
  const path = report('page.html', join(root, 'examples', backlog), '-w', weights(lang), '--top', '5', '--lang', lang);
  const page = await open(browser, path, { viewport: { width: 1180, height: 640 }, deviceScaleFactor: 1.5, colorScheme: 'light' });
  await page.locator('button[data-scenario]').last().click();
  // Where the weights came from is a path of this run.
  await page.evaluate(() => document.querySelector('.origin').remove());
  await page.waitForTimeout(3000);
  await page.screenshot({ path: join(root, 'docs', name) });
  await page.context().close();
}
await browser.close();
