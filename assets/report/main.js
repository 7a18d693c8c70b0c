// The page is put together, and everything that depends on the weights is drawn again when they change.

let started = false;
/** What the parts draw that not every page has. */
const drawings = [];
const drawRest = () => {
  drawChart();
  drawList();
  drawings.forEach((draw) => draw());
};
const drawRestSoon = later(drawRest, 120);

function redrawn() {
  if (started) drawRestSoon();
}

changed = show;

function findingsNote() {
  const line = (finding) => el('li', { dir: 'auto' }, finding.line ? t('at-line', { line: finding.line, text: finding.message }) : finding.message);
  if (!data.findings.length) return null;
  return el('details.findings', el('summary', t('findings', { n: data.finding_count })), el('ul', ...data.findings.map(line)));
}

const heading = el('header', el('h1', { dir: 'auto' }, data.title), el('p.summary', { dir: 'auto' }, data.summary), findingsNote());
const upper = el('div.upper', weightsPanel(), rankingPanel());
const stability = data.stability ? stabilityPanel(data.stability) : null;
document.body.append(fill(el('main'), {}, [heading, upper, chartPanel(), stability, tablePanel(), el('footer', el('p.note', t('footer')))]), tip, status);
refresh();
started = true;
document.documentElement.dataset.ready = '';
performance.mark('ready');

// What is far down is drawn when the page stands.
requestAnimationFrame(() => setTimeout(drawRest, 0));
let width = innerWidth;
addEventListener('resize', later(() => {
  if (innerWidth !== width) drawChart();
  width = innerWidth;
}, 150));
// On paper everything stands that was asked for, and nothing glides.
addEventListener('beforeprint', () => {
  paintFar();
  document.getAnimations().forEach((animation) => animation.finish());
  hideTip();
});
