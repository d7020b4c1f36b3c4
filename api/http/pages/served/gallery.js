// Two states of a panel that no tag brings about: an answer that never comes, and a saved copy of one that came before.
(() => {
  const held = 'http://127.0.0.1:9/held';
  const { fetch } = window;
  window.fetch = (address, options) =>
    String(address).startsWith(`${held}/`) ? new Promise(() => undefined) : fetch(address, options);

  const day = 86_400_000;

  /** The copy a panel has saved of what it shows; none where nothing can be saved. */
  const savedOf = ({ document: { address } }) => {
    for (const name of Object.keys(localStorage).filter((name) => name.startsWith('gk:'))) {
      const saved = JSON.parse(localStorage.getItem(name));
      if (saved.data.address === address) return { name, ...saved };
    }
  };

  /** Keeps what a panel has just shown as if it were of yesterday, for one that asks where nobody answers. */
  const keep = (shown, template) => {
    const saved = savedOf(shown);
    const panel = template.content.firstElementChild;
    if (!saved || !panel) return;
    const copy = saved.name.replace(shown.platform, panel.getAttribute('endpoint'));
    localStorage.setItem(copy, JSON.stringify({ at: saved.at - day, data: saved.data }));
    panel.addEventListener('gk-state', ({ detail }) => {
      if (detail.state === 'stale') localStorage.removeItem(copy);
    });
    // What stood there said that there was none.
    template.previousElementSibling.remove();
    template.replaceWith(panel);
  };

  document.addEventListener('gk-state', ({ target, detail }) => {
    const section = target.closest('[data-state="data"]');
    const template = section?.parentElement.querySelector('template');
    if (detail.state === 'data' && template) keep(target, template);
  });
})();
