// The one script of our own: how the page looks before it is painted, and the keys. Loaded in the head, without a
// module, so that it runs before anything is shown.
(() => {
  const KEY = 'taskledger.appearance';
  const LETTERS = 'taskledger.letters';
  const SCHEMES = {light: 'light', dark: 'dark', system: 'light dark'};

  const kept = (key, otherwise) => {
    try {
      return localStorage.getItem(key) || otherwise;
    } catch (blocked) {
      return otherwise;
    }
  };

  const keep = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch (blocked) {
      // It holds until the page is left.
    }
  };

  const remembered = () => kept(KEY, 'system');
  let letters = kept(LETTERS, 'on') === 'on';

  const paint = appearance => {
    document.documentElement.style.colorScheme = SCHEMES[appearance] || SCHEMES.system;
  };

  // The push library would wait for "unload", which browsers are giving up and complain of. Nobody needs it: the browser
  // closes the connection of a page that is left, and Vaadin tells the server at "pagehide".
  const listen = window.addEventListener;
  window.addEventListener = function (type, ...rest) {
    if (type !== 'unload') listen.call(this, type, ...rest);
  };

  window.taskledger = {
    // Without a value it tells the one in force.
    appearance(value) {
      if (value) {
        keep(KEY, value);
        paint(value);
      }
      return value || remembered();
    },
    // Whether single characters do things (WCAG 2.1.4); without a value it tells.
    letters(value) {
      if (value !== undefined) {
        keep(LETTERS, value ? 'on' : 'off');
        letters = value;
      }
      return letters;
    },
  };
  paint(remembered());

  const typing = target =>
    target.closest && target.closest('input:not([type=range]), textarea, select, [contenteditable], vaadin-date-picker, vaadin-time-picker');

  const overlayOpen = () =>
    document.querySelector(
      ':is(vaadin-dialog, vaadin-confirm-dialog, vaadin-context-menu, vaadin-menu-bar-submenu, vaadin-select,' +
        ' vaadin-date-picker, vaadin-time-picker, vaadin-popover)[opened]');

  const reach = key => {
    const wanted = [...document.querySelectorAll(`[data-shortcut="${CSS.escape(key)}"]`)].find(one => one.offsetParent);
    if (!wanted) return false;
    if (wanted.matches('button')) wanted.click();
    else wanted.focus();
    return true;
  };

  const rows = () => [...document.querySelectorAll('.task-row')].filter(row => row.offsetParent);

  const step = by => {
    const all = rows();
    const focused = all.findIndex(row => row.contains(document.activeElement));
    const at = focused < 0 ? all.findIndex(row => row.classList.contains('current')) : focused;
    const seen = all.findIndex(row => row.getBoundingClientRect().bottom > row.closest('.list-pane')?.getBoundingClientRect().top);
    const next = all[at < 0 ? Math.max(0, seen) : Math.min(all.length - 1, Math.max(0, at + by))];
    if (!next) return false;
    next.querySelector('.task-title').focus();
    next.scrollIntoView({block: 'nearest'});
    return true;
  };

  const check = target => {
    const row = target.closest && target.closest('.task-row');
    if (!row) return false;
    row.querySelector('.check')?.click();
    return true;
  };

  const remove = target => {
    const button = target.closest && target.closest('.task-row')?.querySelector('[data-testid=row-delete]');
    if (!button) return false;
    button.click();
    return true;
  };

  // In a field the browser takes back what was typed.
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || overlayOpen()) return;
    const target = event.composedPath()[0] || event.target;
    if (event.key.toLowerCase() !== 'z' || typing(target)) return;
    if (reach(event.shiftKey ? 'Ctrl+Shift+Z' : 'Ctrl+Z')) event.preventDefault();
  });

  // A menu closes itself at the very key, before anybody else is asked what it is for.
  let overlaid = false;
  window.addEventListener('keydown', () => {
    overlaid = Boolean(overlayOpen());
  }, true);

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (overlaid) return;
    const target = event.composedPath()[0] || event.target;
    if (event.key === 'Escape') {
      if (typing(target)) document.activeElement.blur();
      else reach('Escape') || reach('Now');
      return;
    }
    if (typing(target)) return;
    if (!letters && event.key.length === 1) return;
    const inMenu = target.closest && target.closest('[role=menu], [role=menubar], [role=listbox], [role=tablist]');
    const done =
      event.key === 'ArrowDown' || event.key === 'j' ? !inMenu && step(1)
      : event.key === 'ArrowUp' || event.key === 'k' ? !inMenu && step(-1)
      : event.key === 'x' ? check(target)
      : event.key === 'Delete' ? remove(target)
      : ['/', 'n', '?', 't', ',', '.', 'p', 'c'].includes(event.key) && reach(event.key);
    if (done) event.preventDefault();
  });

  // In a field of the panel Escape takes back what was typed and not yet saved, then it leaves the panel: a field that
  // offers to be emptied would empty itself, and the task's date with it. What is open for a moment only gives up itself.
  let unsaved = null;
  document.addEventListener('beforeinput', event => {
    if (unsaved?.input !== event.target) unsaved = {input: event.target, before: event.target.value};
  }, true);
  for (const settled of ['change', 'focusout']) {
    document.addEventListener(settled, () => {
      unsaved = null;
    }, true);
  }
  window.addEventListener('keydown', event => {
    const field = event.key === 'Escape' && !overlaid && event.target.closest?.(
      '.panel :is(vaadin-text-field, vaadin-text-area, vaadin-date-picker, vaadin-time-picker, vaadin-combo-box)');
    if (!field || event.isComposing || field.closest('.description, .comments, [gives-up]')) return;
    event.preventDefault();
    event.stopPropagation();
    const typed = unsaved?.input === event.target && unsaved.before !== event.target.value;
    if (typed) {
      event.target.value = unsaved.before;
      event.target.dispatchEvent(new Event('input', {bubbles: true}));
      unsaved = null;
    } else {
      field.closest('vaadin-master-detail-layout').dispatchEvent(new CustomEvent('detail-escape-press'));
    }
  }, true);

  document.addEventListener('click', event => {
    const skip = event.target.closest && event.target.closest('.skip-link');
    if (!skip) return;
    event.preventDefault();
    event.stopPropagation();
    document.getElementById('main').focus();
  }, true);
})();
