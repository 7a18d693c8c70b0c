// The ranking: a row an item, with a bar of what each criterion gives it. Rows stay the same nodes and change places.

/** So many rows are shown before somebody asks for all. */
const FIRST = 60;
const GLIDE = 320;
const still = matchMedia('(prefers-reduced-motion: reduce)');

let current = null;
let baseRanks = null;
let showAll = items.length <= FIRST * 1.5;

/** What each of the root's children gives each item, and how long the longest bar is. */
function contributions(plan, ranked) {
  const root = plan.steps[plan.root];
  if (!root.terms) return { parts: [], full: 1 };
  const terms = root.terms.map((term) => ({
    ...term,
    number: nodes[0].children.indexOf(term.node.at),
    slope: term.factor && toDouble(term.factor) * (root.scale ? toDouble(root.scale) : 1),
    shift: term.shift ? toDouble(term.shift) * toDouble(root.scale) : 0,
    power: term.exponent && Number(term.exponent[0]) / Number(term.exponent[1]),
  }));
  const value = (standing, term) => toDouble(counts(term.turn, standing.values[term.place]));
  let parts = ranked.map((standing) =>
    terms.map((term) => {
      const counted = value(standing, term);
      return root.multiplies ? term.power * Math.log(counted) : counted * term.slope + term.shift;
    }),
  );
  if (root.multiplies) {
    // A product has no parts that add up, but its logarithm has: each part is what lifts an item above the lowest there.
    const lowest = terms.map((_, at) => parts.reduce((low, part) => (part[at] > -Infinity ? Math.min(low, part[at]) : low), Infinity));
    parts = parts.map((part) => (part.includes(-Infinity) ? part.map(() => 0) : part.map((length, at) => length - lowest[at])));
  }
  parts = parts.map((part) => part.map((length) => Math.max(0, length)));
  const longest = parts.reduce((most, part) => Math.max(most, part.reduce((a, b) => a + b, 0)), 0);
  const full = root.multiplies || !root.bounds ? longest : toDouble(root.bounds[1]);
  return { terms, parts, full: full > 0 ? full : 1 };
}

/** A mark beside a number, for the eye and for those who listen, that comes and goes. */
function sign(kind, text, words) {
  const shown = el('span', { class: kind, 'aria-hidden': 'true' }, text);
  const said = spoken(words);
  return { nodes: [shown, said], shown, said, show: (is) => (shown.hidden = said.hidden = !is) };
}

const rows = items.map((item) => {
  const rank = new Text();
  const score = new Text();
  const tie = sign('tie', '=', t('tied'));
  const doubt = sign('uncertain', '~', t('uncertain'));
  const move = sign('', '', '');
  doubt.shown.title = t('uncertain');
  const bar = svg('svg.bar', { role: 'img', viewBox: '0 0 1000 10', preserveAspectRatio: 'none' });
  const note = el('span.note', { hidden: true });
  const name = nameOf(item);
  const tr = el('tr', { 'data-item': item.id }, el('td.rank', rank, ...tie.nodes), el('td.move', ...move.nodes), el('td', el('div.item', name, bar, note)), el('td.score', ...doubt.nodes, score));
  return { item, tr, rank, tie, move, score, doubt, bar, note, rects: new Map(), marks: {} };
});

const ranking = {
  body: el('tbody'),
  // What nobody asked to see yet costs no layout here.
  rest: el('tbody', { hidden: true }),
  // What is still to be painted.
  far: [],
  apart: el('tbody.apart'),
  cutoff: el('tr.cutoff', el('td', { colspan: 4 }, el('span'))),
  more: button('', () => {
    showAll = true;
    paint(current, true);
  }, { class: 'more', hidden: true }),
  caption: el('p.note'),
  legend: el('ul.legend'),
};

const groupings = [];

/** A score for the eye; the digits of large ones in groups. */
function label(value, places) {
  if (Math.abs(value) >= 1e15) return plain(value);
  groupings[places] ||= new Intl.NumberFormat(data.lang, { minimumFractionDigits: places, maximumFractionDigits: places });
  return groupings[places].format(value);
}

/** What scripts of others read off a row. */
function mark(row, { rank, score, tied }) {
  const { marks, tr } = row;
  if (marks.rank !== rank) tr.setAttribute('data-rank', rank);
  if (marks.score !== score.value) tr.setAttribute('data-score', plain(score.value));
  if (marks.tied !== tied) tr.toggleAttribute('data-tied', tied);
  row.marks = { rank, score: score.value, tied };
}

/** Says something else where it isn't said already: what stays costs no layout. */
const say = (node, text) => node.textContent !== text && (node.textContent = text);

function paintRow(row, standing, places, bars) {
  row.tr.className = standing.rank <= data.top ? 'in' : 'out';
  say(row.rank, String(standing.rank));
  row.tie.show(standing.tied);
  row.note.hidden = true;
  row.bar.removeAttribute('hidden');
  row.doubt.show(row.item.uncertain.some((key) => plainlyUsed(key)));
  say(row.score, label(standing.score.value, places));
  paintMove(row.move, baseRanks.get(row.item.row) - standing.rank);
  paintBar(row, standing, bars);
}

function paintMove(move, by) {
  move.show(by);
  if (!by) return;
  move.shown.className = by > 0 ? 'up' : 'down';
  say(move.shown, `${by > 0 ? '▲' : '▼'}${Math.abs(by)}`);
  say(move.said, t(by > 0 ? 'moved-up' : 'moved-down', { n: Math.abs(by) }));
}

const plainlyUsed = (key) => current.plan.places.has(nodeOf.get(key).at);

function paintBar(row, standing, bars) {
  let x = 0;
  const part = bars.parts[standing.place];
  const spokenParts = [];
  const used = new Set();
  bars.terms.forEach((term, at) => {
    const width = (1000 * part[at]) / bars.full;
    let rect = row.rects.get(term.number);
    if (!rect) {
      rect = svg('rect', { y: 0, height: 10, class: color(term.number), 'data-part': term.number });
      row.rects.set(term.number, rect);
      row.bar.append(rect);
    }
    used.add(term.number);
    rect.setAttribute('x', x.toFixed(1));
    rect.setAttribute('width', Math.max(0, width - 2).toFixed(1));
    x += width;
    spokenParts.push(`${term.node.label} ${valueText(term.node, standing)}`);
  });
  for (const [number, rect] of row.rects) if (!used.has(number)) rect.setAttribute('width', 0);
  row.bar.setAttribute('aria-label', spokenParts.join(t('comma')));
}

/** A node's value for an item, for the eye. */
function valueText(node, standing) {
  const value = current.plan.places.has(node.at) && standing.values ? toDouble(standing.values[current.plan.places.get(node.at)]) : null;
  return value === null ? '–' : plain(Number(value.toPrecision(4)));
}

function paintUnranked(row, entry) {
  row.tr.className = 'unranked';
  row.tr.dataset.rank = '';
  row.tr.dataset.score = '';
  row.tr.removeAttribute('data-tied');
  row.marks = {};
  say(row.rank, '–');
  say(row.score, '');
  [row.tie, row.doubt, row.move].forEach((mark) => mark.show(false));
  row.bar.setAttribute('hidden', '');
  row.note.hidden = false;
  row.note.textContent = reasonText(entry);
}

function reasonText(entry) {
  const names = (list) => list.map((node) => node.label).join(t('comma'));
  if (entry.divisors) return t('divides', { criteria: names(entry.divisors) });
  if (!entry.missing) return t('large');
  const [best, worst] = entry.ranks;
  return t(best === worst ? 'missing-one' : 'missing-span', { criteria: names(entry.missing), best, worst });
}

/** Ranks everything anew and shows it. */
function show(plan) {
  const result = rankItems(plan);
  result.plan = plan;
  result.ranked.forEach((standing, place) => (standing.place = place));
  baseRanks ||= new Map(result.ranked.map((standing) => [standing.item.row, standing.rank]));
  const first = current && current.ranked[0];
  current = result;
  paint(result);
  const leader = result.ranked[0];
  if (first && leader && first.item !== leader.item) announce(t('new-leader', { id: shortened(leader.item.id, 40) }));
  redrawn();
}

/** Whether a place is in the window or about as far from it as the window is high. */
function nearness(visible) {
  const { top, height } = ranking.body.getBoundingClientRect();
  return (place) => {
    const at = top + (height * place) / visible.length;
    return at > -innerHeight && at < 2 * innerHeight;
  };
}

/** Paints what nobody sees yet. */
function paintFar() {
  ranking.far.forEach((paintOne) => paintOne());
  ranking.far = [];
}
const paintFarSoon = later(paintFar, 100);

/** Shows a result: at once where somebody looks, soon elsewhere, or all of it at once. */
function paint(result, isWhole = false) {
  const { ranked, unranked, plan } = result;
  const visible = [...ranking.body.children].filter((tr) => tr !== ranking.cutoff);
  const before = still.matches || !visible.length ? null : new Map(visible.map((tr) => [tr, tr.offsetTop]));
  const isNear = isWhole || !visible.length ? () => true : nearness(visible);
  const bars = contributions(plan, ranked);
  const places = placesFor(ranked.slice(0, FIRST).map((standing) => standing.score.value));
  const shown = showAll ? ranked.length : FIRST;
  const order = [];
  const rest = [];
  ranking.far = [];
  let within = 0;
  ranked.forEach((standing, place) => {
    const row = rows[standing.item.row];
    mark(row, standing);
    if (standing.rank <= data.top) within += 1;
    if (place < shown) {
      const paintOne = () => paintRow(row, standing, places, bars);
      if (isNear(place) || isNear(row.place)) paintOne();
      else ranking.far.push(paintOne);
      order.push(row.tr);
    } else {
      if (row.tr.parentNode !== ranking.rest) ranking.rest.append(row.tr);
      rest.push(row.tr);
    }
    row.place = place;
  });
  ranking.far.push(() => arrange(ranking.rest, rest));
  paintFarSoon();
  const tie = within > data.top;
  ranking.cutoff.firstChild.firstChild.textContent = t(tie ? 'cutoff-tied' : 'cutoff', { top: data.top, n: within });
  if (within && within < ranked.length && within <= order.length) order.splice(within, 0, ranking.cutoff);
  const last = unranked.map((entry) => {
    const row = rows[entry.item.row];
    paintUnranked(row, entry);
    return row.tr;
  });
  arrange(ranking.body, order);
  const heading = el('tr.division', el('th', { colspan: 4, scope: 'rowgroup' }, t('unranked', { n: unranked.length })));
  ranking.apart.replaceChildren(...(last.length ? [heading, ...last] : []));
  ranking.more.hidden = showAll || ranked.length <= shown;
  ranking.more.textContent = t('show-all', { n: ranked.length });
  ranking.caption.textContent = t(plan.steps[plan.root].multiplies ? 'bars-multiplied' : 'bars-added');
  ranking.legend.replaceChildren(
    ...(bars.terms || []).map((term) =>
      el('li', { dir: 'auto' }, el('span', { class: `swatch ${color(term.number)}` }), `${term.node.label} `, el('b', inPercent(percent(weights, term.node)))),
    ),
  );
  if (before) glide(before);
}

/** Puts rows in an order, and touches none that stands in its place already. */
function arrange(body, order) {
  let next = body.firstChild;
  for (const tr of order) {
    if (tr === next) next = next.nextSibling;
    else body.insertBefore(tr, next);
  }
  while (next) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}

const gliding = new WeakMap();

/** Lets rows glide from where they were; those far outside the window just stand there. */
function glide(before) {
  const top = ranking.body.getBoundingClientRect().top;
  const moves = [];
  for (const [tr, from] of before) {
    const to = tr.offsetTop;
    const at = top + to - ranking.body.offsetTop;
    if (from !== to && tr.parentNode === ranking.body && at > -600 && at < innerHeight + 600) moves.push([tr, from - to]);
  }
  for (const [tr, by] of moves) {
    if (gliding.has(tr)) gliding.get(tr).cancel();
    gliding.set(tr, tr.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], { duration: GLIDE, easing: 'cubic-bezier(.2,.7,.2,1)' }));
  }
}

function rankingPanel() {
  const head = el(
    'thead',
    {},
    el('tr', el('th', { scope: 'col', class: 'rank' }, t('rank')), el('th', { scope: 'col', class: 'move' }, spoken(t('move'))), el('th', { scope: 'col' }, t('item')), el('th', { scope: 'col', class: 'score' }, t('score'))),
  );
  const table = el('table.ranking', head, ranking.body, ranking.rest, ranking.apart);
  table.addEventListener('pointermove', (event) => {
    const number = event.target.getAttribute?.('data-part');
    if (number === null || number === undefined) return hideTip();
    const row = rows[items.findIndex((item) => rows[item.row].tr === event.target.closest('tr'))];
    const standing = current.ranked.find((entry) => entry.item === row.item);
    const node = nodes[nodes[0].children[Number(number)]];
    return showTip([[node.label, 'strong'], [t('rated', { value: valueText(node, standing) }), ''], [t('share-of', { percent: inPercent(percent(weights, node)) }), 'soft']], event.clientX, event.clientY);
  });
  table.addEventListener('pointerleave', hideTip);
  return section('ranking', ranking.legend, table, ranking.more, ranking.caption);
}
