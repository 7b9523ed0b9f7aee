/**
 * The page's only script. It pages and filters the lists, copies, and opens every fold for the printer; without it the
 * page still shows the first part of each list. It runs as it stands here: no build step reads it.
 */
export const script = `
'use strict';
const rest = JSON.parse(document.getElementById('rest').textContent);
const lists = [...document.querySelectorAll('.paged')].map((paged) => {
  const list = paged.querySelector('ol');
  const more = paged.querySelector('.more');
  const step = Number(paged.dataset.first);
  const own = { list, more, step, shown: step, matches: () => true, items: [...list.children] };
  more?.addEventListener('click', () => {
    const next = own.shown;
    own.shown += step;
    show(own);
    const first = list.children[next];
    if (first) { first.tabIndex = -1; first.focus(); }
  });
  return own;
});
function all(own) {
  const markup = rest[own.list.id];
  if (markup) {
    const template = document.createElement('template');
    template.innerHTML = markup.join('');
    own.items.push(...template.content.children);
    delete rest[own.list.id];
  }
  return own.items;
}
function show(own) {
  const found = all(own).filter(own.matches);
  own.list.replaceChildren(...found.slice(0, own.shown));
  if (own.more) own.more.hidden = found.length <= own.shown;
  return found.length;
}
const form = document.querySelector('.filters');
const findings = lists.find(({ list }) => list.id === 'finding-list');
function filter() {
  const wanted = [...form.querySelectorAll('[data-filter]')].map((field) => [field.dataset.filter, field.value]);
  const tests = wanted.filter(([, value]) => value !== '').map(([name, value]) => {
    if (name === 'text') { const text = value.toLowerCase(); return (item) => item.textContent.toLowerCase().includes(text); }
    return (item) => (item.dataset[name] ?? '').split('\\n').includes(value);
  });
  findings.matches = (item) => tests.every((test) => test(item));
  findings.shown = findings.step;
  const found = show(findings);
  form.querySelector('output').textContent = tests.length === 0 ? '' : found + (found === 1 ? ' finding' : ' findings');
}
if (form && findings) {
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
}
document.addEventListener('click', async (event) => {
  const button = event.target.closest('.copy');
  if (!button) return;
  const code = button.parentElement.querySelector('code');
  try { await navigator.clipboard.writeText(code.textContent); button.textContent = 'Copied'; }
  catch { getSelection().selectAllChildren(code); button.textContent = 'Selected'; }
});
addEventListener('beforeprint', () => { for (const fold of document.querySelectorAll('details')) fold.open = true; });
`;
