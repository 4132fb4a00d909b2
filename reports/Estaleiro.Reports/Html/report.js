(() => {
  'use strict';
  const scenarios = [...document.querySelectorAll('details.scenario')];
  const search = document.getElementById('search');
  const tag = document.getElementById('tag');
  const statuses = [...document.querySelectorAll('input[name=status]')];
  const shown = document.getElementById('shown');
  const expand = document.getElementById('expand');
  const texts = new Map();
  const textOf = scenario => {
    if (!texts.has(scenario)) {
      const feature = scenario.closest('.feature').querySelector('h4').textContent;
      texts.set(scenario, (feature + ' ' + scenario.textContent).toLowerCase());
    }
    return texts.get(scenario);
  };
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
    const wanted = new Set(statuses.filter(box => box.checked).map(box => box.value));
    let count = 0;
    for (const scenario of scenarios) {
      const fits = wanted.has(scenario.dataset.status)
        && (!tag.value || scenario.dataset.tags.split(' ').includes(tag.value))
        && words.every(word => textOf(scenario).includes(word));
      scenario.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const group of document.querySelectorAll('.feature, .component')) {
      group.hidden = !group.querySelector('details.scenario:not([hidden])');
    }
    shown.textContent = `${count} of ${scenarios.length} scenarios`;
  };
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.matches('details.scenario')) target.open = true;
    if (target.hidden || target.closest('[hidden]')) {
      search.value = '';
      tag.value = '';
      statuses.forEach(box => { box.checked = true; });
      filter();
    }
    target.scrollIntoView();
  };
  document.querySelector('.filters').addEventListener('submit', event => event.preventDefault());
  search.addEventListener('input', filter);
  tag.addEventListener('change', filter);
  statuses.forEach(box => box.addEventListener('change', filter));
  expand.addEventListener('click', () => {
    const open = scenarios.some(scenario => !scenario.hidden && !scenario.open);
    scenarios.filter(scenario => !scenario.hidden).forEach(scenario => { scenario.open = open; });
    expand.textContent = open ? 'Fold all' : 'Unfold all';
  });
  const cells = [...document.querySelectorAll('.heat td > a')];
  const choose = cell => {
    const close = cell.getAttribute('aria-expanded') === 'true';
    cells.forEach(other => { other.setAttribute('aria-expanded', 'false'); });
    document.querySelectorAll('.panel').forEach(panel => panel.replaceChildren());
    if (close) return;
    const details = document.getElementById(cell.dataset.cell).cloneNode(true);
    details.removeAttribute('id');
    document.getElementById(cell.getAttribute('aria-controls')).append(details);
    cell.setAttribute('aria-expanded', 'true');
  };
  const beside = (cell, key) => {
    const [row, column] = [cell.closest('tbody'), cell.parentElement.cellIndex];
    const at = {
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      ArrowUp: [row.previousElementSibling, column],
      ArrowDown: [row.nextElementSibling, column],
    }[key];
    return at && at[0] && at[0].rows[0].cells[at[1]]?.querySelector('a');
  };
  cells.forEach((cell, index) => {
    // One stop for the Tab key; arrow keys move among the cells.
    cell.tabIndex = index === 0 ? 0 : -1;
    cell.addEventListener('focus', () => cells.forEach(other => { other.tabIndex = other === cell ? 0 : -1; }));
    cell.addEventListener('click', event => {
      event.preventDefault();
      choose(cell);
    });
    cell.addEventListener('keydown', event => {
      const next = beside(cell, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
  });
  let folded = [];
  window.addEventListener('beforeprint', () => {
    folded = scenarios.filter(scenario => !scenario.open && scenario.dataset.status !== 'passed');
    folded.forEach(scenario => { scenario.open = true; });
  });
  window.addEventListener('afterprint', () => folded.forEach(scenario => { scenario.open = false; }));
  window.addEventListener('hashchange', reveal);
  filter();
  reveal();
})();
