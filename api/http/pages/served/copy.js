// A button beside each piece of code. Without this script the code is there all the same.
(() => {
  const said = document.createElement('p');
  said.className = 'unseen';
  said.setAttribute('role', 'status');

  const copy = async (text, code) => {
    try {
      await navigator.clipboard.writeText(text);
      return '已复制';
    } catch {
      // No clipboard on plain http: the reader copies what is selected.
      getSelection().selectAllChildren(code);
      return '已选中';
    }
  };

  const furnish = (block) => {
    const code = block.querySelector('code');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = '复制';
    button.setAttribute('aria-label', `复制${block.getAttribute('aria-label')}`);
    button.addEventListener('click', async () => {
      const result = await copy(code.textContent, code);
      said.textContent = result;
      button.textContent = result;
      setTimeout(() => {
        button.textContent = '复制';
      }, 2000);
    });
    const frame = document.createElement('div');
    frame.className = 'copyable';
    block.replaceWith(frame);
    frame.append(button, block);
  };

  const start = () => {
    document.body.append(said);
    for (const block of document.querySelectorAll('pre[data-copy]')) furnish(block);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
