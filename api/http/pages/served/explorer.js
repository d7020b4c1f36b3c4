// Boots the editor from files alone, so that the page needs no script inside it.
(() => {
  const { script, style, workers, tabs } = JSON.parse(document.getElementById('settings').textContent);
  const root = document.getElementById('root');

  // The editor does not fit a phone, and weighs more than a phone should fetch. `?full` asks for it all the same.
  const isNarrow = matchMedia('(max-width: 48rem)').matches;
  if (isNarrow && !new URLSearchParams(location.search).has('full')) {
    location.replace('/graphql/plain');
    return;
  }

  self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_id, label) => workers[label] };

  // Its tabs hold a second button each, which the role of a tab does not allow: they are a list of buttons.
  const mendTab = (tab) => {
    const isSelected = tab.getAttribute('aria-selected');
    tab.removeAttribute('role');
    if (isSelected === null) return;
    tab.removeAttribute('aria-selected');
    tab.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', isSelected);
  };
  const mendTabs = (list) => {
    list.removeAttribute('role');
    for (const tab of list.children) mendTab(tab);
  };
  new MutationObserver((_, waiting) => {
    const list = root.querySelector('.graphiql-tabs');
    if (!list) return;
    waiting.disconnect();
    mendTabs(list);
    new MutationObserver(() => mendTabs(list)).observe(list, {
      attributeFilter: ['aria-selected'],
      childList: true,
      subtree: true,
    });
  }).observe(root, { childList: true, subtree: true });

  const open = () =>
    self.YogaGraphiQL.renderYogaGraphiQL(root, {
      endpoint: '/graphql',
      // The page has its own heading.
      title: ' ',
      logo: ' ',
      defaultTabs: tabs,
      defaultEditorToolsVisibility: false,
      shouldPersistHeaders: false,
      // The address stays as it is: with a query in it, it would be the answer and not the editor.
      onEditQuery: () => undefined,
    });

  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = style;
  const editor = document.createElement('script');
  editor.src = script;
  editor.onload = open;
  // Before our own sheet, which has the last word.
  document.querySelector('link[rel=stylesheet]').before(sheet);
  document.head.append(editor);
})();
