// Weights: a slider for each node that can be weighed, the scenarios, and the ways to take weights along.

const base = data.nodes.map((node) => node.weight);
const scenarios = [{ name: null, weights: base }, ...data.scenarios];
let written = base.slice();
let weights = written.map(decimal);
let changed = () => {};

const decimals = (text) => (text.split('.')[1] || '').length;
const isEqual = (a, b) => compare(toScore(decimal(a)), toScore(decimal(b))) === 0;

/** The scale of a slider: room above the largest weight beside it, in steps that the eye can follow. */
function sliderScale(node) {
  const siblings = nodes[node.parent].children;
  const known = siblings.flatMap((at) => scenarios.map((scenario) => scenario.weights[at]));
  const largest = Math.max(...known.map(Number));
  let max = 1e-6;
  for (let power = 1e-6; max < largest * 1.5 || max < 1e-6; power *= 10) {
    max = [1, 2, 5, 10].map((factor) => Number((power * factor).toPrecision(1))).find((end) => end >= largest * 1.5) || max;
    if (power > 1e30) break;
  }
  if (nodes[node.parent].combine === 'product') max = Math.min(max, EXPONENT_LIMIT);
  const places = Math.max(0, 2 - Math.floor(Math.log10(max)), ...known.map(decimals));
  return { max, places: Math.min(places, 20), step: places <= 6 ? (1 / 10 ** places).toFixed(places) : 'any' };
}

const sliders = [];

function slider(node, number) {
  const scale = sliderScale(node);
  const free = node.rated;
  const id = `weight-${node.at}`;
  const input = el('input', { type: 'range', id, min: 0, max: scale.max, step: scale.step, 'data-weight': node.key, disabled: !free });
  const part = el('output', { for: id, class: 'share' });
  const raw = el('span.raw', { 'aria-hidden': 'true' });
  input.addEventListener('input', () => {
    const text = scale.step === 'any' ? Number(input.value).toFixed(Math.min(scale.places, 6)) : input.value;
    setWeight(node.at, text);
  });
  const swatch = number === null ? null : el('span', { class: `swatch ${color(number)}` });
  const show = () => {
    const text = inPercent(percent(weights, node));
    const weight = t('weight', { n: written[node.at] });
    input.value = written[node.at];
    part.textContent = text;
    raw.textContent = written[node.at];
    input.setAttribute('aria-valuetext', `${text}, ${weight}`);
  };
  sliders.push({ node, show });
  const name = el('label', { for: id, dir: 'auto' }, node.label);
  const note = free ? null : el('p.note', t('no-column'));
  return el('div.weight', el('div.named', swatch, name, part), el('div.moved', input, raw), note);
}

function sliderGroup(parent, numbered) {
  return parent.children.map((at, number) => {
    const node = nodes[at];
    const own = slider(node, numbered ? number : null);
    if (node.given || !node.children.length) return own;
    return el('div', own, el('details', el('summary', t('parts', { name: node.label })), ...sliderGroup(node, false)));
  });
}

/** The weights below the root that can be weighed, in the order of the model. */
const weighed = () => sliders.map(({ node }) => node);

function setWeight(at, text) {
  written[at] = text;
  weights[at] = decimal(text);
  refresh();
}

function setWeights(texts) {
  written = texts.slice();
  weights = written.map(decimal);
  refresh();
}

const isBase = () => written.every((text, at) => isEqual(text, base[at]));
const scenarioButtons = [];
const warning = el('p.warning', { role: 'alert', hidden: true });

function refresh() {
  sliders.forEach(({ show }) => show());
  for (const { node, scenario } of scenarioButtons) {
    node.setAttribute('aria-pressed', String(scenario.weights.every((text, at) => isEqual(text, written[at]))));
  }
  const faulty = withoutWeight(weights);
  const plan = faulty.length ? null : makePlan(weights);
  warning.hidden = Boolean(plan);
  if (!plan) warning.textContent = faulty.length ? t('all-zero') : t('too-large-weights');
  else changed(plan);
}

/** A key as TOML writes it. */
const tomlKey = (key) => (/^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key).replace(/\u007f/g, '\\u007F'));
/** An argument as a shell takes it, whatever stands in it. */
const quoted = (word) => (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`);

const asToml = () => ['[weights]', ...weighed().map((node) => `${tomlKey(node.key)} = ${written[node.at]}`), ''].join('\n');
const asCommand = () =>
  [...data.arguments, ...weighed().flatMap((node) => ['--weight', `${node.key}=${written[node.at]}`])].map(quoted).join(' ');

function weightsPanel() {
  const buttons = scenarios.map((scenario) => {
    const name = scenario.name === null ? t('present') : scenario.name;
    const attributes = scenario.name === null ? { 'data-base': true } : { 'data-scenario': scenario.name };
    const node = button(name, () => setWeights(scenario.weights), { dir: 'auto', 'aria-pressed': 'false', ...attributes });
    scenarioButtons.push({ node, scenario });
    return node;
  });
  const several = scenarios.length > 1 && el('div.scenarios', { role: 'group', 'aria-label': t('scenarios') }, ...buttons);
  return section(
    'weights',
    several,
    el('div.sliders', ...sliderGroup(nodes[0], true)),
    warning,
    el(
      'div',
      { class: 'actions' },
      button(t('reset'), () => setWeights(base), { 'data-reset': true }),
      button(t('copy-toml'), () => copy(asToml(), t('copied-toml'))),
      button(t('copy-command'), () => copy(asCommand(), t('copied-command'))),
    ),
    el('p.note origin', { dir: 'auto' }, data.origin),
  );
}
