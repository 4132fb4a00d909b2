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
