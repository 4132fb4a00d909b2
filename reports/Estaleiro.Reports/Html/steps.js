(() => {
  const search = document.getElementById('search');
  const steps = [...document.querySelectorAll('article')].map(element => ({ element, text: element.textContent.toLowerCase() }));
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
    steps.forEach(step => { step.element.hidden = !words.every(word => step.text.includes(word)); });
    document.querySelectorAll('.group').forEach(group => { group.hidden = !group.querySelector('article:not([hidden])'); });
    document.getElementById('found').textContent = `${steps.filter(step => !step.element.hidden).length} of ${steps.length} steps`;
  };
  document.querySelector('.filters').addEventListener('submit', event => event.preventDefault());
  search.addEventListener('input', filter);
  filter();
})();
