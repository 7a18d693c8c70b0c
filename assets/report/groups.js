// Whose problem is it: what each group has among the first, and its items with their rank in the group beside the rank among
// all. It stands in the page only where the items are in groups, and follows the weights like everything else.

/** So many items of a group are shown before somebody asks for all. */
const OF_GROUP = 10;
const grouped = { all: false, summary: el('tbody'), list: el('table.list') };
data.texts.groups = data.by.heading;
data.texts['in-group'] = data.by.within;

/** Each group with its ranked items, the group of the best item first, that of the blank cells last. */
function rankedGroups() {
  const found = data.by.groups.map((group, at) => ({ ...group, at, members: [] }));
  for (const standing of current.ranked) {
    const members = found[data.by.of[standing.item.row]].members;
    const last = members[members.length - 1];
    const shares = last && last.standing.rank === standing.rank;
    members.push({ standing, rank: shares ? last.rank : members.length + 1 });
  }
  const first = (group) => group.members[0]?.standing.place ?? Infinity;
  const order = (a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : a.at - b.at);
  return found.sort((a, b) => !a.name - !b.name || order(a, b));
}

function drawGroups() {
  const found = rankedGroups();
  const cell = (value) => el('td.number', String(value));
  const called = (group) => data.by.names[group.at];
  const shown = grouped.all ? found : found.slice(0, FIRST);
  grouped.summary.replaceChildren(
    ...shown.map((group) => {
      const within = group.members.filter(({ standing }) => standing.rank <= data.by.top).length;
      const best = group.members[0]?.standing.rank ?? '–';
      return el('tr', el('th', { scope: 'row', dir: 'auto' }, called(group)), cell(group.items), cell(best), cell(within));
    }),
  );
  const line = ({ standing, rank }) => el('tr', cell(rank), cell(standing.rank), el('td.title', nameOf(standing.item)), cell(plain(Number(standing.score.value.toPrecision(6)))));
  const bodies = shown.filter((group) => group.members.length).map((group) => {
    const members = grouped.all ? group.members : group.members.slice(0, OF_GROUP);
    const heading = el('th', { colspan: 4, scope: 'rowgroup', dir: 'auto' }, called(group));
    return el('tbody', el('tr.division', heading), ...members.map(line));
  });
  const heads = ['in-group', 'rank', 'item', 'score'].map((name) => el(name === 'item' ? 'th' : 'th.number', { scope: 'col' }, t(name)));
  grouped.list.replaceChildren(el('thead', el('tr', ...heads)), ...bodies);
  grouped.more.hidden = grouped.all || (shown.length === found.length && found.every((group) => group.members.length <= OF_GROUP));
}

function groupsPanel() {
  grouped.more = button('', () => {
    grouped.all = true;
    drawGroups();
  }, { class: 'more' });
  grouped.more.textContent = t('show-all', { n: items.length });
  const head = (text, at) => el(at ? 'th.number' : 'th', { scope: 'col', dir: 'auto' }, text);
  const table = el('table.acceptability groups', el('thead', el('tr', ...data.by.columns.map(head))), grouped.summary);
  const wide = el('div.wide', { tabindex: 0, role: 'group', 'aria-label': t('groups') }, grouped.list);
  return section('groups', el('p.note', data.by.note), table, wide, grouped.more);
}

document.getElementById('table').before(groupsPanel());
drawings.push(drawGroups);
