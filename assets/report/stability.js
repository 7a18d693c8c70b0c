// How sure the answer is, as the program worked it out for the weights that the page opened with.

const MARKS = [0, 25, 50, 75, 100];

function intervalRow(criterion) {
  const node = nodeOf.get(criterion.key);
  const at = (share) => (share * 1000).toFixed(1);
  const art = svg('svg.interval', { viewBox: '0 0 1000 36', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  art.append(svg('path.rail', { d: `M0 18H1000${MARKS.map((mark) => `M${mark * 10} 12V24`).join('')}` }));
  const reach = (span, kind, y, height) => span && art.append(svg('rect', { class: kind, x: at(span[0]), y, width: Math.max(3, (span[1] - span[0]) * 1000), height }));
  reach(criterion.first, 'reach-first', 5, 10);
  reach(criterion.top, 'reach-top', 21, 10);
  art.append(svg('rect.now', { x: Math.max(0, Math.min(996, criterion.share * 1000 - 2)), y: 0, width: 4, height: 36 }));
  const words = (span) => (span ? t('span', { low: rounded(span[0]), high: rounded(span[1]) }) : t('always'));
  return el(
    'tr',
    {},
    el('th', { scope: 'row', dir: 'auto' }, node.label),
    el('td.number share', inPercent(criterion.share * 100)),
    el('td.drawing', art),
    el('td.number first', words(criterion.first)),
    el('td.number top', words(criterion.top)),
  );
}

/** A part of the draws: whole points are as sure as they get; what is not nothing is not 0. */
const often = (part) => (part > 0 && part < 0.005 ? `<${inPercent(1)}` : inPercent(Math.round(part * 100)));
const rounded = (share) => String(Math.round(share * 1000) / 10);

function intervalTable({ criteria }) {
  const names = ['criterion', 'present-share', '', 'first-holds', 'top-holds'];
  const heading = (name) =>
    name ? el('th', { scope: 'col', class: name }, t(name, { top: data.top })) : el('td.ends', { 'aria-hidden': 'true' }, el('span', inPercent(0)), el('span', inPercent(100)));
  return el('table.intervals', el('thead', el('tr', ...names.map(heading))), el('tbody', ...criteria.map(intervalRow)));
}

function acceptabilityTable(stability) {
  const shade = (at) => `shade s${Math.round((at * 9) / Math.max(1, stability.buckets.length - 1))}`;
  const bucket = ([low, high]) => (high === null ? t('ranks-from', { low }) : low === high ? t('ranks-one', { low }) : t('ranks-span', { low, high }));
  const row = (entry) => {
    const item = data.items[entry.item];
    const art = svg('svg.bar shades', { viewBox: '0 0 1000 10', preserveAspectRatio: 'none', role: 'img' });
    const words = [];
    let x = 0;
    entry.shares.forEach((share, at) => {
      if (share > 0) {
        art.append(svg('rect', { class: shade(at), x: (x * 1000).toFixed(1), y: 0, width: Math.max(0, share * 1000 - 1.5).toFixed(1), height: 10 }));
        words.push(t('pair', { name: bucket(stability.buckets[at]), value: often(share) }));
      }
      x += share;
    });
    art.setAttribute('aria-label', words.join(t('comma')));
    tips(art, [[item.id, 'soft'], ...words.map((text) => [text, ''])]);
    const name = nameOf(item);
    return el('tr', el('th', { scope: 'row' }, name), el('td.number', often(entry.in_top)), el('td.number', often(entry.first)), el('td.drawing', art));
  };
  const legend = el('ul.legend', ...stability.buckets.map((ranks, at) => el('li', svg('svg.swatch', { viewBox: '0 0 10 10', 'aria-hidden': 'true' }, svg('rect', { class: shade(at), width: 10, height: 10 })), ` ${bucket(ranks)}`)));
  const heading = (name) => el('th', { scope: 'col' }, t(name, { top: data.top }));
  return [
    el('h3', t('acceptability')),
    el('p.note', t('acceptability-note', { draws: stability.draws.toLocaleString(data.lang), seed: stability.seed })),
    legend,
    el('table.acceptability', el('thead', el('tr', ...['item', 'in-top', 'first', 'ranks'].map(heading))), el('tbody', ...stability.items.map(row))),
  ];
}

function stabilityPanel(stability) {
  const sentences = stability.sentences.map((text) => el('p.sentence', { dir: 'auto' }, text));
  const known = stability.criteria.length > 0;
  return section(
    'stability',
    ...sentences,
    known && el('h3', t('intervals')),
    known && el('p.note', t('intervals-note')),
    known && intervalTable(stability),
    ...(stability.items.length ? acceptabilityTable(stability) : []),
  );
}
