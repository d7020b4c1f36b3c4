// Boots the editor from files alone, so that the page needs no script inside it.
(() => {
  const { workers, tabs } = JSON.parse(document.getElementById('settings').textContent);

  self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_id, label) => workers[label] };

  // The editor comes in the next script; both are there when the document is.
  document.addEventListener('DOMContentLoaded', () => {
    self.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
      endpoint: '/graphql',
      title: '查询接口',
      logo: '',
      defaultTabs: tabs,
      defaultEditorToolsVisibility: false,
      shouldPersistHeaders: false,
      // The address stays as it is: with a query in it, it would be the answer and not the editor.
      onEditQuery: () => undefined,
    });
  });
})();
