(() => {
  'use strict';
  const steps = [...document.querySelectorAll('.bound')];
  const texts = steps.map(step => [...step.querySelectorAll('.text, .summary')].map(part => part.textContent).join(' ').toLowerCase());
  const search = document.getElementById('search');
  const shown = document.getElementById('shown');
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
    steps.forEach((step, index) => { step.hidden = !words.every(word => texts[index].includes(word)); });
    document.querySelectorAll('.folder').forEach(folder => { folder.hidden = !folder.querySelector('.bound:not([hidden])'); });
    shown.textContent = `${steps.filter(step => !step.hidden).length} of ${steps.length} steps`;
  };
  document.querySelector('.filters').addEventListener('submit', event => event.preventDefault());
  search.addEventListener('input', filter);
  filter();
})();
