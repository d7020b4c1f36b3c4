// Two states of a panel that no tag brings about: an answer that never comes, and a saved copy of one that came before.
(() => {
  const held = 'http://127.0.0.1:9/held';
  const { fetch } = window;
  window.fetch = (address, options) =>
    String(address).startsWith(`${held}/`) ? new Promise(() => undefined) : fetch(address, options);

  const day = 86_400_000;

  /** Keeps what a panel has just shown as if it were of yesterday, for one that asks where nobody answers. */
  const keep = (shown, template) => {
    const name = `gk:${shown.asked}`;
    const saved = localStorage.getItem(name);
    const panel = template.content.firstElementChild;
    if (!saved || !panel) return;
    const copy = `gk:${shown.asked.replace(shown.platform, panel.getAttribute('endpoint'))}`;
    const { at, data } = JSON.parse(saved);
    localStorage.setItem(copy, JSON.stringify({ at: at - day, data }));
    panel.addEventListener('gk-state', ({ detail }) => {
      if (detail.state === 'stale') localStorage.removeItem(copy);
    });
    template.replaceWith(panel);
  };

  document.addEventListener('gk-state', ({ target, detail }) => {
    const section = target.closest('[data-state="data"]');
    const template = section?.parentElement.querySelector('template');
    if (detail.state === 'data' && template) keep(target, template);
  });
})();
