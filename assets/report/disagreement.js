// Where raters differ: items against criteria, each cell with who said what, under the pointer and under the focus. It stands
// in the page only where there are sheets.

const differences = { body: el('tbody') };

/** What is said of one cell, as lines. */
function saidLines(cell, item, node) {
  const lines = [[`${item.id} · ${node.label}`, 'strong']];
  if (cell.median) lines.push([t('ad', { value: cell.median, n: String(Math.round(cell.ad * 100) / 100) }), '']);
  if (cell.split) lines.push([t('split'), '']);
  for (const said of cell.said) {
    lines.push([t('pair', { name: data.disagreement.raters[said.rater], value: said.rating ?? '–' }), '']);
    if (said.reason) lines.push([t('reason', { text: shortened(said.reason, 300) }), 'why']);
  }
  return lines;
}

function differenceCell(cell, item, node) {
  const lines = saidLines(cell, item, node);
  const level = cell.agreed ? Math.min(2, Math.ceil(cell.relative * 12)) : Math.min(4, Math.max(3, Math.ceil(cell.relative * 12)));
  const range = cell.min === cell.max ? cell.min : `${cell.min}–${cell.max}`;
  const td = el('td', { class: cell.median ? `heat h${level}` : 'heat', tabindex: -1 }, cell.median ? `${range}${cell.split ? ' ◆' : ''}` : '–', spoken(lines.slice(1).map(([text]) => text).join(t('comma'))));
  tips(td, lines);
  return td;
}

function differenceRow({ item: row, cells }) {
  const item = items[row];
  const name = nameOf(item);
  return el('tr', el('th', { scope: 'row' }, name), ...cells.map((cell, at) => differenceCell(cell, item, nodeOf.get(data.disagreement.criteria[at]))));
}

/** The rows in the order of the ranking. */
function drawDifferences() {
  differences.rows ||= new Map(data.disagreement.items.map((entry) => [entry.item, differenceRow(entry)]));
  const order = [...current.ranked, ...current.unranked].map(({ item }) => differences.rows.get(item.row));
  arrange(differences.body, order.filter(Boolean));
  const first = differences.body.querySelector('td');
  if (first && !differences.body.querySelector('td[tabindex="0"]')) first.tabIndex = 0;
}

function stepThrough(event) {
  const width = data.disagreement.criteria.length;
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: width, ArrowUp: -width }[event.key];
  const cells = [...differences.body.querySelectorAll('td')];
  const at = cells.indexOf(event.target);
  const next = by && at >= 0 && cells[at + by];
  if (!next) return;
  event.preventDefault();
  cells[at].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function disagreementPanel({ criteria, note }) {
  const headings = criteria.map((key) => el('th', { scope: 'col', dir: 'auto' }, nodeOf.get(key).label));
  const table = el('table.differences', { onkeydown: stepThrough }, el('thead', el('tr', el('th', { scope: 'col' }, t('item')), ...headings)), differences.body);
  return section(
    'disagreement',
    el('p.note', t('disagreement-note')),
    note && el('p.note', note),
    el('div.wide', { tabindex: 0, role: 'group', 'aria-label': t('disagreement') }, table),
  );
}

document.getElementById('table').before(disagreementPanel(data.disagreement));
drawings.push(drawDifferences);
