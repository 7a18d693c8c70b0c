// Small things that every part of the page uses. Text from the data only ever becomes text: nodes are made one by one,
// and nothing is parsed.

const t = (key, values = {}) => data.texts[key].replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
const SVG = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== false));
  return node;
}

/** Makes nodes: `el('p.note', { id: 'x' }, 'text')`; the class and the attributes may be left out. */
const maker = (make) => (name, ...children) => {
  const [tag, kind] = name.split('.');
  const attributes = children[0]?.constructor === Object ? children.shift() : {};
  return fill(make(tag), kind ? { class: kind, ...attributes } : attributes, children);
};
const el = maker((tag) => document.createElement(tag));
const svg = maker((tag) => document.createElementNS(SVG, tag));
const nameOf = (item) => el('span.name', el('span.id', { dir: 'auto' }, item.id), ' ', el('span.title', { dir: 'auto' }, item.title));
const spoken = (text) => el('span.spoken', text);
const shortened = (text, length) => {
  const letters = Array.from(text);
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : text;
};
const color = (at) => `c${at % 8}`;
const inPercent = (value) => t('percent', { n: String(Math.round(value * 10) / 10) });

/** A number as it prints: never with an exponent. */
function plain(value) {
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 17 }) : text;
}

/** As many places as it takes for values that differ to look different, up to six. */
function placesFor(values) {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const apart = (places) => sorted.every((value, at) => at === 0 || value.toFixed(places) !== sorted[at - 1].toFixed(places));
  let places = sorted.every(Number.isInteger) ? 0 : 1;
  while (places < 6 && places > 0 && !apart(places)) places += 1;
  return places;
}

const status = el('p.status', { role: 'status' });
let silence;
function announce(text) {
  status.textContent = text;
  status.classList.add('shown');
  clearTimeout(silence);
  silence = setTimeout(() => status.classList.remove('shown'), 2500);
}

/** Copies a text; a page opened from a file may have to do it the old way. */
async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el('textarea.spoken', { 'aria-hidden': 'true' });
    const focused = document.activeElement;
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    if (focused) focused.focus();
  }
  announce(done);
}

// One tip for everything that can be pointed at.
const tip = el('div.tip', { hidden: true, 'aria-hidden': 'true' });
function showTip(lines, x, y) {
  tip.replaceChildren(...lines.map(([text, kind]) => el('div', { class: kind, dir: 'auto' }, text)));
  tip.hidden = false;
  const [width, height] = [tip.offsetWidth, tip.offsetHeight];
  const left = Math.max(8, Math.min(x + 14, innerWidth - width - 8));
  const top = y + 18 + height > innerHeight ? y - height - 12 : y + 18;
  tip.style.left = `${left}px`;
  tip.style.top = `${Math.max(8, top)}px`;
}
const hideTip = () => (tip.hidden = true);
/** Shows lines beside a node under the pointer, and where it can have the focus under that. */
function tips(node, lines) {
  node.addEventListener('pointermove', (event) => showTip(lines, event.clientX, event.clientY));
  for (const type of ['pointerleave', 'blur']) node.addEventListener(type, hideTip);
  // What comes into view by the focus scrolls first, and that hides tips.
  node.addEventListener('focus', () => requestAnimationFrame(() => {
    const box = node.getBoundingClientRect();
    if (document.activeElement === node) showTip(lines, box.right, box.bottom - 10);
  }));
}
addEventListener('keydown', (event) => event.key === 'Escape' && hideTip());
addEventListener('scroll', hideTip, { passive: true });

/** A button with words on it. */
const button = (text, press, attributes = {}) => el('button', { type: 'button', onclick: press, ...attributes }, text);

function section(name, ...children) {
  return el('section', { id: name, 'aria-labelledby': `${name}-heading` }, el('h2', { id: `${name}-heading` }, t(name)), ...children);
}

/** Calls once when nothing has asked again for a while. */
function later(work, wait) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
}
