// The model as the program computes it: weights make a plan, a plan makes scores, scores make ranks.

const EXPONENT_LIMIT = 100;
const USUAL = [decimal('1'), decimal('10')];

const nodes = data.nodes.map((node, at) => ({
  ...node,
  at,
  scale: node.scale && node.scale.map(decimal),
  declared: node.declared && node.declared.map(decimal),
  children: data.nodes.flatMap((child, place) => (child.parent === at ? [place] : [])),
}));
const nodeOf = new Map(nodes.map((node) => [node.key, node]));
const isSame = (a, b) => (a === null || b === null ? a === b : a.every((end, at) => compare(toScore(end), toScore(b[at])) === 0));

/** Every rating as a ratio over one denominator, which makes sums of them cheap. */
const items = (() => {
  const digits = (text) => (text.split('.')[1] || '').length;
  const columns = data.columns.map((key) => nodeOf.get(key).at);
  let places = 0;
  for (const item of data.items) for (const text of item.ratings) if (text !== null) places = Math.max(places, digits(text));
  const d = 10n ** big(places);
  const rating = (text) => (text === null ? null : { n: big(text.replace('.', '') + '0'.repeat(places - digits(text))), d });
  return data.items.map((item, row) => {
    const ratings = nodes.map(() => null);
    item.ratings.forEach((text, column) => (ratings[columns[column]] = rating(text)));
    return { row, id: item.id, title: item.title, uncertain: item.uncertain || [], written: item.ratings, ratings };
  });
})();

/** A node's share of the weights beside it, as [own, all]; nothing where all of them are nought. */
function share(weights, node) {
  const siblings = nodes[node.parent].children;
  const scale = siblings.reduce((most, at) => (weights[at].d > most ? weights[at].d : most), 1n);
  const whole = (at) => weights[at].n * (scale / weights[at].d);
  const [own, all] = [whole(node.at), siblings.reduce((sum, at) => sum + whole(at), 0n)];
  const common = gcd(own, all);
  return all > 0n ? [own / common, all / common] : null;
}

const percent = (weights, node) => {
  const part = share(weights, node);
  return part ? 100 * toDouble({ n: part[0], d: part[1] }) : 0;
};

/** The factors in use whose parts all weigh nought. */
function withoutWeight(weights) {
  const faulty = [];
  const visit = (node) => {
    if (node.given || !node.children.length) return;
    const counted = node.children.filter((at) => weights[at].n !== 0n);
    if (!counted.length) faulty.push(node);
    counted.forEach((at) => visit(nodes[at]));
  };
  visit(nodes[0]);
  return faulty;
}

/** The nodes in use, children first, each with its way of getting a value; nothing where an exponent is too large. */
function makePlan(weights) {
  const steps = [];
  const places = new Map();
  let [rooted, huge] = [false, false];

  const turnOf = (node, bounds) => {
    if (node.direction !== 'cost') return { way: 'plain' };
    return bounds ? { way: 'reversed', sum: plus(bounds[0], bounds[1]) } : { way: 'divides' };
  };

  function add(node, exponent) {
    const made = node.given || !node.combine ? { bounds: node.scale } : factor(node, exponent);
    places.set(node.at, steps.length);
    steps.push({ node, ...made });
    return { node, place: steps.length - 1, bounds: made.bounds, turn: turnOf(node, made.bounds) };
  }

  function factor(node, exponent) {
    const children = [];
    for (const at of node.children.filter((child) => weights[child].n !== 0n)) {
      const power = node.combine === 'product' ? exponent * toDouble(weights[at]) : exponent;
      if (power > EXPONENT_LIMIT) {
        huge = true;
        continue;
      }
      children.push(add(nodes[at], power));
    }
    if (huge) return { bounds: null };
    const scales = children.filter((child) => child.bounds).map((child) => child.bounds);
    const mixed = scales.some((scale) => !isSame(scale, scales[0]));
    const declared = node.combine !== 'mean' ? null : node.declared || (mixed ? USUAL : null);
    const form = node.combine === 'mean' ? mean(children, declared) : node.combine === 'sum' ? sum(children) : powers(node, children);
    return { ...form, bounds: declared || combinedBounds(node, form, children) };
  }

  function mean(children, declared) {
    const scale = children.reduce((most, { node }) => (weights[node.at].d > most ? weights[node.at].d : most), 1n);
    const at = children.map(({ node }) => weights[node.at].n * (scale / weights[node.at].d));
    const common = at.reduce(gcd, 0n) || 1n;
    const whole = at.map((weight) => weight / common);
    let constant = null;
    const terms = children.map((child, number) => {
      const weight = { n: whole[number], d: 1n };
      if (!declared || !child.bounds || isSame(declared, child.bounds)) return { ...child, factor: weight };
      const [from, onto] = [child.bounds, declared];
      const slope = times(minus(onto[1], onto[0]), inverse(minus(from[1], from[0])));
      const shift = times(minus(onto[0], times(from[0], slope)), weight);
      constant = constant ? plus(constant, shift) : shift;
      return { ...child, factor: times(slope, weight), shift };
    });
    return { terms, constant, scale: { n: 1n, d: whole.reduce((all, weight) => all + weight, 0n) || 1n } };
  }

  const sum = (children) => ({ terms: children.map((child) => ({ ...child, factor: weights[child.node.at] })) });

  function powers(node, children) {
    const terms = children.map((child) => {
      let exponent;
      if (node.combine === 'geometric-mean') {
        exponent = share(weights, child.node);
      } else {
        const { n, d } = weights[child.node.at];
        const common = gcd(n, d);
        exponent = [n / common, d / common];
      }
      rooted ||= exponent[1] !== 1n;
      return { ...child, exponent };
    });
    return { terms, multiplies: true };
  }

  function combinedBounds(node, form, children) {
    if (!children.length || children.some((child) => !child.bounds)) return null;
    const first = children[0].bounds;
    const isMean = node.combine === 'mean' || node.combine === 'geometric-mean';
    if (isMean && children.every((child) => isSame(child.bounds, first))) return first;
    // Reversing a scale swaps its ends, so that a child's lowest counted value is its own lowest bound.
    const ends = [0, 1].map((end) => combined(form, children.map((child) => child.bounds[end]), false));
    return ends[0] && ends[1] ? ends : null;
  }

  const root = add(nodes[0], 1);
  return huge ? null : { steps, places, rooted, root: root.place };
}

/** What a factor makes of what its children count as; a constant belongs to values, not to the ends of scales. */
function combined(form, counted, withConstant) {
  if (form.multiplies) return product(form.terms.map((term, at) => [counted[at], ...term.exponent]));
  let [exact, rooted] = [(withConstant && form.constant) || { n: 0n, d: 1n }, null];
  form.terms.forEach((term, at) => {
    const part = times(counted[at], term.factor);
    if (isExact(part)) exact = plus(exact, part);
    else rooted = rooted ? plus(rooted, part) : part;
  });
  const total = rooted ? plus(exact, rooted) : exact;
  return form.scale ? times(total, form.scale) : total;
}

function counts(turn, value) {
  if (turn.way === 'plain') return value;
  return turn.way === 'reversed' ? minus(turn.sum, value) : inverse(value);
}

/** Every node's value in use, or why there is none: {missing}, {divisors} or {large}. */
function evaluate(plan, ratings) {
  const missing = plan.steps.filter((step) => !step.terms && ratings[step.node.at] === null).map((step) => step.node);
  if (missing.length) return { missing: missing.sort((a, b) => a.at - b.at) };
  const values = [];
  for (const step of plan.steps) {
    let value = step.terms ? null : ratings[step.node.at];
    if (step.terms) {
      const counted = step.terms.map((term) => counts(term.turn, values[term.place]));
      if (counted.includes(null)) {
        return { divisors: step.terms.filter((_, at) => counted[at] === null).map((term) => term.node) };
      }
      value = combined(step, counted, true);
    }
    if (value === null) return { large: true };
    values.push(value);
  }
  const score = toScore(values[plan.root], plan.rooted);
  return score ? { values, score } : { large: true };
}

/** Whether a higher value makes the score higher: not so under an odd number of costs. */
function raises(node) {
  let up = true;
  for (let at = node; at; at = at.parent === null ? null : nodes[at.parent]) up = up === (at.direction !== 'cost');
  return up;
}

/** What decides between equal scores, in order: the values of one item, nothing for a blank. */
function tieValues(plan, ratings, values) {
  return data.tie_break.map((key) => {
    const node = nodeOf.get(key);
    const made = plan.places.has(node.at) && !node.given;
    const value = made ? values && values[plan.places.get(node.at)] : ratings[node.at];
    return value ? toScore(value, false) : null;
  });
}

function compareTies(a, b) {
  for (let at = 0; at < data.tie_break.length; at += 1) {
    if (a[at] === null || b[at] === null) {
      if (a[at] !== b[at]) return a[at] === null ? -1 : 1;
      continue;
    }
    const order = compare(a[at], b[at]);
    if (order) return raises(nodeOf.get(data.tie_break[at])) ? order : -order;
  }
  return 0;
}

const outranks = (a, b) => compare(a.score, b.score) || compareTies(a.ties, b.ties);

/** All items under some weights: those with a rank, best first, and those without, in the order of the file. */
function rankItems(plan) {
  const [ranked, unranked] = [[], []];
  for (const item of items) {
    const made = evaluate(plan, item.ratings);
    if (!made.score) unranked.push({ item, ...made });
    else ranked.push({ item, ...made, ties: tieValues(plan, item.ratings, made.values) });
  }
  ranked.sort((a, b) => outranks(b, a) || a.item.row - b.item.row);
  ranked.forEach((standing, at) => {
    const before = ranked[at - 1];
    standing.tied = false;
    standing.rank = before && outranks(before, standing) === 0 ? before.rank : at + 1;
    if (before && before.rank === standing.rank) standing.tied = before.tied = true;
  });
  for (const entry of unranked) entry.ranks = entry.missing ? possibleRanks(plan, entry.item, ranked, entry.missing) : null;
  return { ranked, unranked };
}

/** The best and the worst rank that an item with blanks could take. */
function possibleRanks(plan, item, ranked, missing) {
  const rankAt = (best) => {
    const ratings = item.ratings.slice();
    for (const node of missing) {
      if (!node.scale && best === raises(node)) return best ? 1 : ranked.length + 1;
      ratings[node.at] = node.scale ? node.scale[best === raises(node) ? 1 : 0] : { n: 0n, d: 1n };
    }
    const made = evaluate(plan, ratings);
    if (!made.score) return best ? 1 : ranked.length + 1;
    const supposed = { ...made, ties: tieValues(plan, ratings, made.values) };
    let [low, high] = [0, ranked.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (outranks(supposed, ranked[middle]) < 0) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
  return [rankAt(true), rankAt(false)];
}
