// Any two criteria against each other. Up is better and right is better, whatever the direction; no label covers another.

const DOT = 5;
const LABELLED = 60;
const pen = document.createElement('canvas').getContext('2d');

/** What can stand on an axis: what the file gives, what is made of it, and the score. */
function axes() {
  const used = current.plan.steps.map((step) => step.node).filter((node) => node.parent !== null);
  return nodes.filter((node) => used.includes(node) || (node.at === 0 && triage && triage.nodes.includes(0)));
}

/** The fields of the triage by name, and where its halves meet, where the model has both of its criteria. */
const { triage } = data;

const chart = { x: null, y: null, box: el('div.plot'), note: el('p.note'), at: 0, points: [] };

function choose(axis, id) {
  const select = el('select', { id });
  select.addEventListener('change', () => {
    chart[axis] = select.value;
    drawChart();
  });
  return select;
}

chart.selectX = choose('x', 'axis-x');
chart.selectY = choose('y', 'axis-y');

function ends(values, scale) {
  if (scale) return scale.map(toDouble);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? [low - 1, high + 1] : [low, high];
}

/** Where a value stands from nought to one, and where to write which values. */
function axisOf(node, values) {
  const scale = current.plan.steps[current.plan.places.get(node.at)].bounds;
  let [low, high] = ends(values, scale);
  const isLogarithmic = !scale && low > 0 && high / low > 30;
  const turn = isLogarithmic ? Math.log : (value) => value;
  if (!scale && !isLogarithmic) low = Math.min(low, 0);
  const span = turn(high) - turn(low);
  const flipped = node.direction === 'cost';
  const at = (value) => {
    const place = (turn(value) - turn(low)) / span;
    return flipped ? 1 - place : place;
  };
  let marks = [];
  if (isLogarithmic) {
    for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10) marks.push(power);
  } else {
    const raw = (high - low) / (scale ? 10 : 6);
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= raw);
    for (let mark = Math.ceil(low / step) * step; mark <= high + step / 1e6; mark += step) marks.push(Number(mark.toPrecision(6)));
    if (scale && !marks.includes(low)) marks.unshift(low);
    if (scale && step > 1) marks = marks.filter((mark) => mark === low || mark - low >= step / 2);
  }
  return { at, marks: marks.filter((mark) => mark >= low && mark <= high), flipped };
}

const isOfWork = (node) => node.direction === 'cost' || node.key === 'ease';

/** Whether the axes are those of the triage. */
const isTriage = (x, y) => triage && triage.nodes.join() === `${y.at},${x.at}`;

/** The names of the four fields, from the upper left. */
function fields(x, y) {
  if (isTriage(x, y)) return triage.fields;
  if (isOfWork(x) && !isOfWork(y)) return ['field-plan', 'field-now', 'field-not', 'field-fill'].map((key) => t(key));
  return [t('field-only', { name: y.label }), t('field-both'), t('field-neither'), t('field-only', { name: x.label })];
}

function drawChart() {
  const known = axes();
  const [up, right] = triage ? triage.nodes.map((at) => known.find((node) => node.at === at)) : [];
  for (const [axis, select, usual] of [['x', chart.selectX, right || known.find((node) => node.parent === 0 && isOfWork(node)) || known.find(isOfWork) || known[known.length - 1]], ['y', chart.selectY, up || known.find((node) => node.parent === 0 && !isOfWork(node)) || known[0]]]) {
    if (!known.some((node) => node.key === chart[axis])) chart[axis] = usual && usual.key;
    select.replaceChildren(...known.map((node) => el('option', { value: node.key }, node.label)));
    if (chart[axis]) select.value = chart[axis];
  }
  const [x, y] = [nodeOf.get(chart.x), nodeOf.get(chart.y)];
  if (!x || !y || !current.ranked.length) return chart.box.replaceChildren();
  const width = Math.max(300, chart.box.clientWidth || 900);
  const height = Math.round(Math.max(470, Math.min(600, width * 0.58)));
  const frame = { left: 46, right: width - 14, top: 14, bottom: height - 44 };
  const value = (standing, node) => toDouble(standing.values[current.plan.places.get(node.at)]);
  const [xs, ys] = [x, y].map((node) => axisOf(node, current.ranked.map((standing) => value(standing, node))));
  const isPlaced = isTriage(x, y);
  // Where the halves meet, upward and to the right.
  const [halfY, halfX] = [ys, xs].map((axis, of) => (isPlaced ? Math.max(0, Math.min(1, axis.at(Number(triage.at[of])) || 0)) : 0.5));
  // Room at the rim, so that nobody sits on the frame.
  const along = (from, to, part) => from + (to - from) * (0.04 + 0.92 * part);
  const [px, py] = [(part) => along(frame.left, frame.right, part), (part) => along(frame.bottom, frame.top, part)];

  const together = new Map();
  const points = current.ranked.map((standing) => {
    const [partX, partY] = [xs.at(value(standing, x)), ys.at(value(standing, y))];
    const at = [px(partX), py(partY)];
    const name = at.map(Math.round).join();
    const number = together.get(name) || 0;
    together.set(name, number + 1);
    // Those on one spot stand around it like the seeds of a sunflower.
    const [far, angle] = [number ? (DOT * 2 + 3) * Math.sqrt(number) : 0, number * 2.4];
    const inside = (position, low, high) => Math.max(low + DOT, Math.min(high - DOT, position));
    return {
      standing,
      field: isPlaced && triage.fields[2 * (partY < halfY) + (partX >= halfX)],
      x: inside(at[0] + far * Math.cos(angle), frame.left, frame.right),
      y: inside(at[1] + far * Math.sin(angle), frame.top, frame.bottom),
    };
  });
  chart.points = points;
  chart.at = Math.min(chart.at, points.length - 1);

  const middle = [px(halfX), py(halfY)];
  const names = fields(x, y);
  chart.note.textContent = isPlaced ? triage.note : '';
  const corner = (name, at, anchor, upper) =>
    svg('text.field', { x: at, y: upper ? frame.top + 18 : frame.bottom - 9, 'text-anchor': anchor }, shortened(name, width < 500 ? 14 : 30));
  const art = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, class: 'scatter', role: 'group', 'aria-label': t('chart-label', { x: x.label, y: y.label }) });
  art.append(
    svg('rect.best', { x: middle[0], y: frame.top, width: frame.right - middle[0], height: middle[1] - frame.top }),
    svg('rect.frame', { x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top }),
    svg('path.cross', { d: `M${middle[0]} ${frame.top}V${frame.bottom}M${frame.left} ${middle[1]}H${frame.right}` }),
    corner(names[0], frame.left + 10, 'start', true),
    corner(names[1], frame.right - 10, 'end', true),
    corner(names[2], frame.left + 10, 'start', false),
    corner(names[3], frame.right - 10, 'end', false),
    ...xs.marks.map((mark) => svg('text.mark', { x: px(xs.at(mark)), y: frame.bottom + 16, 'text-anchor': 'middle' }, plain(mark))),
    ...ys.marks.map((mark) => svg('text.mark', { x: frame.left - 8, y: py(ys.at(mark)) + 4, 'text-anchor': 'end' }, plain(mark))),
    svg('text.axis', { x: frame.right, y: height - 6, 'text-anchor': 'end' }, axisName(x, xs)),
  );
  const lines = svg('g.leaders', { 'aria-hidden': 'true' });
  const words = svg('g.labels', { 'aria-hidden': 'true' });
  for (const placed of placeLabels(points.slice(0, LABELLED), frame)) {
    if (placed.leader) lines.append(svg('path', { d: placed.leader }));
    words.append(svg('text', { x: placed.x, y: placed.y, 'data-label': placed.id }, placed.text));
  }
  const dots = points.map((point, number) => dotOf(point, number, x, y));
  art.append(lines, ...dots, words);
  chart.box.replaceChildren(el('p.axis-y', { dir: 'auto' }, axisName(y, ys)), art);
}

const axisName = (node, axis) => (axis.flipped ? t('axis-less', { name: node.label }) : t('axis-more', { name: node.label }));

function dotOf(point, number, x, y) {
  const { standing } = point;
  const inside = standing.rank <= data.top;
  const lines = [
    [standing.item.id, 'soft'],
    [standing.item.title, 'strong'],
    ...[x, y].map((node) => [t('pair', { name: node.label, value: valueText(node, standing) }), '']),
    [t('place', { rank: standing.rank }), ''],
    [point.field, ''],
  ].filter(([text]) => text);
  const dot = svg('circle', {
    class: inside ? 'dot in' : 'dot',
    cx: point.x,
    cy: point.y,
    r: DOT,
    role: 'img',
    tabindex: number === chart.at ? 0 : -1,
    'aria-label': lines.map(([text]) => text).join(t('comma')),
  });
  tips(dot, lines);
  dot.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!by) return;
    event.preventDefault();
    const dots = [...chart.box.querySelectorAll('.dot')];
    chart.at = Math.max(0, Math.min(dots.length - 1, number + by));
    dots.forEach((other, at) => other.setAttribute('tabindex', at === chart.at ? 0 : -1));
    dots[chart.at].focus();
  });
  return dot;
}

/** A free place for each label: near its point where there is one, else further off with a line to it. */
function placeLabels(points, frame) {
  pen.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  const taken = chart.points.map((point) => [point.x - DOT - 1, point.y - DOT - 1, point.x + DOT + 1, point.y + DOT + 1]);
  const isFree = (box) =>
    box[0] >= frame.left + 2 && box[2] <= frame.right - 2 && box[1] >= frame.top + 2 && box[3] <= frame.bottom - 2 &&
    taken.every((other) => box[2] <= other[0] || box[0] >= other[2] || box[3] <= other[1] || box[1] >= other[3]);
  return points.flatMap((point) => {
    const { id } = point.standing.item;
    const text = shortened(id.replace(/\s+/g, ' '), 12);
    const [width, height] = [pen.measureText(text).width + 4, 13];
    for (let ring = 0; ring < 60; ring += 1) {
      const around = 8 + ring * 2;
      for (let step = 0; step < around; step += 1) {
        const angle = (step * 2 * Math.PI) / around;
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        const far = DOT + 3 + ring * 7;
        const [cx, cy] = [point.x + dx * (far + width / 2), point.y + dy * (far + height / 2)];
        const box = [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2];
        if (!isFree(box)) continue;
        taken.push(box);
        const near = [Math.max(box[0], Math.min(box[2], point.x)), Math.max(box[1], Math.min(box[3], point.y))];
        const leader = ring > 1 ? `M${point.x} ${point.y}L${near[0]} ${near[1]}` : null;
        return [{ id, text, leader, x: box[0] + 2, y: box[3] - 3 }];
      }
    }
    // No room around it: anywhere, with a line.
    for (let y = frame.top + 3; y < frame.bottom - height; y += 3) {
      for (let x = frame.left + 3; x < frame.right - width; x += 5) {
        const box = [x, y, x + width, y + height];
        if (!isFree(box)) continue;
        taken.push(box);
        return [{ id, text, leader: `M${point.x} ${point.y}L${x} ${y + height / 2}`, x: x + 2, y: y + height - 3 }];
      }
    }
    return [];
  });
}

function chartPanel() {
  return section(
    'chart',
    el('div.choices', el('span', el('label', { for: 'axis-y' }, t('axis-up')), chart.selectY), el('span', el('label', { for: 'axis-x' }, t('axis-right')), chart.selectX)),
    chart.box,
    el('p.note', t('chart-note', { top: data.top })),
    chart.note,
  );
}
