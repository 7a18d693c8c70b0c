// All items with their ratings: sorted by any column, searched, and copied into a spreadsheet.

const columns = data.columns.map((key) => nodeOf.get(key));
const list = { sort: 'rank', down: false, wanted: '', all: showAll, body: el('tbody'), count: el('p.note', { role: 'status' }) };

/** Whether a spreadsheet would run a text instead of showing it. */
const isFormula = (text) => (/^[\s\u3000]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text)) && !/^\s*[+-]?(\d+\.?\d*|\.\d+)%?\s*$/.test(text);

function cellText(text) {
  const guarded = isFormula(text) ? `'${text}` : text;
  return /[\t\r\n"]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

function entries() {
  const known = [
    ...current.ranked.map((standing) => ({ item: standing.item, rank: standing.rank, score: standing.score.value, place: standing.place })),
    ...current.unranked.map(({ item }, at) => ({ item, rank: null, score: null, place: current.ranked.length + at })),
  ];
  const wanted = list.wanted.normalize('NFKC').toLowerCase();
  const fits = ({ item }) => !wanted || `${item.id}\n${item.title}`.normalize('NFKC').toLowerCase().includes(wanted);
  const found = known.filter(fits);
  const column = columns.findIndex((node) => `c:${node.key}` === list.sort);
  const key = {
    rank: (entry) => entry.place,
    score: (entry) => entry.score,
    id: (entry) => entry.item.id,
    title: (entry) => entry.item.title,
  }[list.sort] || ((entry) => (entry.item.written[column] === null ? null : Number(entry.item.written[column])));
  const collator = new Intl.Collator(data.lang, { numeric: true });
  const order = (a, b) => {
    const [one, other] = [key(a), key(b)];
    // What is blank stands last, in either direction.
    if (one === null || other === null) return one === other ? a.place - b.place : one === null ? 1 : -1;
    const apart = typeof one === 'string' ? collator.compare(one, other) : one - other;
    return (list.down ? -apart : apart) || a.place - b.place;
  };
  return found.sort(order);
}

const heads = [];

function head(name, text, kind) {
  const arrow = el('span.arrow', { 'aria-hidden': 'true' });
  const press = button('', () => {
    list.down = list.sort === name ? !list.down : kind === 'number' && name !== 'rank';
    list.sort = name;
    drawList();
  });
  press.append(el('span', { dir: 'auto' }, text), arrow);
  const th = el('th', { scope: 'col', class: kind }, press);
  heads.push({ name, th, arrow });
  return th;
}

function drawList() {
  const found = entries();
  const shown = list.all ? found : found.slice(0, FIRST);
  list.body.replaceChildren(
    ...shown.map(({ item, rank, score }) =>
      el(
        'tr',
        {},
        el('td.number', rank === null ? '–' : String(rank)),
        el('td', { dir: 'auto', class: 'id' }, item.id),
        el('td', { dir: 'auto', class: 'title' }, item.title),
        ...item.written.map((text, at) => el('td.number', text === null ? '–' : `${item.uncertain.includes(columns[at].key) ? '~' : ''}${text}`)),
        el('td.number', score === null ? '' : plain(Number(score.toPrecision(6)))),
      ),
    ),
  );
  for (const { name, th, arrow } of heads) {
    const sorted = name === list.sort;
    if (sorted) th.setAttribute('aria-sort', list.down ? 'descending' : 'ascending');
    else th.removeAttribute('aria-sort');
    arrow.textContent = sorted ? (list.down ? ' ▼' : ' ▲') : '';
  }
  list.more.hidden = shown.length === found.length;
  list.more.textContent = t('show-all', { n: found.length });
  list.count.textContent = list.wanted ? t('found', { n: found.length, of: items.length }) : '';
}

function asSheet() {
  const header = [t('rank'), t('id'), t('title'), ...columns.map((node) => node.label), t('score')];
  const lines = entries().map(({ item, rank, score }) => [rank === null ? '' : String(rank), item.id, item.title, ...item.written.map((text) => text ?? ''), score === null ? '' : plain(score)]);
  return [header, ...lines].map((line) => line.map(cellText).join('\t')).join('\n');
}

function tablePanel() {
  const search = el('input', { type: 'search', id: 'search', autocomplete: 'off', oninput: () => {
    list.wanted = search.value;
    drawList();
  } });
  list.more = button('', () => {
    list.all = true;
    drawList();
  }, { class: 'more', hidden: true });
  const header = el(
    'tr',
    {},
    head('rank', t('rank'), 'number'),
    head('id', t('id'), ''),
    head('title', t('title'), ''),
    ...columns.map((node) => head(`c:${node.key}`, node.label, 'number')),
    head('score', t('score'), 'number'),
  );
  return section(
    'table',
    el('div.choices', el('label', { for: 'search' }, t('search')), search, button(t('copy-table'), () => copy(asSheet(), t('copied-table')))),
    list.count,
    el('div.wide', { tabindex: 0, role: 'group', 'aria-label': t('table') }, el('table.list', el('thead', header), list.body)),
    list.more,
  );
}
