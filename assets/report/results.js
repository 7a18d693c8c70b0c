// What came of the items since: the score that the page opened with against the share of the plan that was reached. It is
// drawn once and stands in the page only where there are results; the table beside it says the same to everybody.

function resultsArt(results) {
  const [width, height] = [Math.max(300, Math.min(innerWidth - 48, 900)), 400];
  const frame = { left: 58, right: width - 14, top: 12, bottom: height - 44 };
  const px = (part) => frame.left + (frame.right - frame.left) * part;
  const py = (part) => frame.bottom - (frame.bottom - frame.top) * part;
  const points = results.points.map((point) => ({ ...point, standing: { item: point }, x: px(point.x), y: py(point.y) }));
  const dot = (point) => {
    const node = svg('circle', { class: point.reached ? 'dot in' : 'dot', cx: point.x, cy: point.y, r: DOT, 'data-result': point.id });
    tips(node, [[point.id, 'soft'], [point.title, 'strong'], [point.score, ''], [point.share, '']].filter(([text]) => text));
    return node;
  };
  const line = py(results.line);
  const art = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, class: 'scatter', 'aria-hidden': 'true' });
  art.append(
    svg('rect.best', { x: frame.left, y: frame.top, width: frame.right - frame.left, height: Math.max(0, line - frame.top) }),
    svg('rect.frame', { x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top }),
    svg('path.cross', { d: `M${frame.left} ${line}H${frame.right}` }),
    ...results.marks_x.map(([at, text]) => svg('text.mark', { x: px(at), y: frame.bottom + 16, 'text-anchor': 'middle' }, text)),
    ...results.marks_y.map(([at, text]) => svg('text.mark', { x: frame.left - 8, y: py(at) + 4, 'text-anchor': 'end' }, text)),
    svg('text.axis', { x: frame.right, y: height - 6, 'text-anchor': 'end' }, results.axis_x),
  );
  chart.points = points;
  const words = svg('g.labels');
  const leaders = svg('g.leaders');
  for (const placed of placeLabels(points.slice(0, LABELLED), frame)) {
    if (placed.leader) leaders.append(svg('path', { d: placed.leader }));
    words.append(svg('text', { x: placed.x, y: placed.y }, placed.text));
  }
  art.append(leaders, ...points.map(dot), words);
  return art;
}

function resultsPanel(results) {
  const cell = (text) => el('td.number', text);
  const row = (point) => el('tr', el('th', { scope: 'row' }, nameOf(point)), cell(point.score), cell(point.share));
  const [item, ...numbers] = results.columns.map((text, at) => el(at ? 'th.number' : 'th', { scope: 'col' }, text));
  return section(
    'results',
    ...results.sentences.map((text) => el('p.sentence', { dir: 'auto' }, text)),
    el('p.axis-y', { dir: 'auto' }, results.axis_y),
    el('div.plot', resultsArt(results)),
    el('table.acceptability results', el('thead', el('tr', item, ...numbers)), el('tbody', ...results.points.map(row))),
  );
}

document.getElementById('table').before(resultsPanel(data.results));
