// Alt+H: who set the field that one is in; Alt is part of the letter on some keyboards, so the key counts.
document.addEventListener('keydown', event => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.code !== 'KeyH') return;
  const at = event.composedPath().find(one => one.matches?.('.blamed, .description'))
    || document.querySelector('.panel .blamed');
  const clock = at?.querySelector('.blame');
  if (!clock || !clock.checkVisibility()) return;
  event.preventDefault();
  clock.click();
});

// What has an address to give puts it on the clipboard: browsers allow that only while they handle the click itself.
document.addEventListener('click', event => {
  const address = event.target.closest?.('[data-copy]')?.dataset.copy;
  if (address) navigator.clipboard?.writeText(new URL(address, document.baseURI).href).catch(() => {});
}, true);

// What others change moves nothing that one is about to click: the list is scrolled by as much as the row moved that has
// the focus, or that the pointer has just come to.
(() => {
  const RECENT_MILLIS = 3000;
  let pointed = {row: null, at: 0};
  let anchor = null;

  const rowAt = target => target?.closest?.('.task-row');

  const wanted = () => {
    const focused = rowAt(document.activeElement);
    if (focused) return focused;
    if (document.activeElement?.closest?.('.quick-add')) return null;
    return performance.now() - pointed.at < RECENT_MILLIS && pointed.row?.isConnected ? pointed.row : null;
  };

  const note = () => {
    const row = wanted();
    anchor = row ? {row, top: row.getBoundingClientRect().top} : null;
  };

  const hold = () => {
    const pane = anchor?.row.isConnected && anchor.row.closest('.list-pane');
    if (pane) {
      const moved = anchor.row.getBoundingClientRect().top - anchor.top;
      if (Math.abs(moved) > 1) {
        // A short list has no room to scroll: it gets as much as that takes.
        const sections = pane.querySelector('.sections');
        const above = sections.getBoundingClientRect().top - pane.getBoundingClientRect().top;
        if (moved > 0) sections.style.minBlockSize = `${pane.clientHeight + moved - above}px`;
        pane.scrollTop += moved;
      }
    }
    note();
  };

  const watch = new MutationObserver(hold);
  document.addEventListener('pointermove', event => {
    if (event.pointerType !== 'mouse') return;
    pointed = {row: rowAt(event.target), at: performance.now()};
    follow();
  }, {passive: true});
  document.addEventListener('focusin', () => follow());
  document.addEventListener('scroll', () => anchor && note(), {capture: true, passive: true});
  document.addEventListener('click', () => {
    // What one does oneself may move what it likes.
    anchor = null;
    pointed = {row: null, at: 0};
  });

  const follow = () => {
    const row = wanted();
    const sections = row?.closest('.sections');
    if (!sections) {
      anchor = null;
      return;
    }
    note();
    watch.disconnect();
    watch.observe(sections, {childList: true, subtree: true});
  };
})();

// Escape ends one thing at a time: what a clock tells before the panel that it is in.
window.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const told = [...document.querySelectorAll('vaadin-popover')].find(one => one.opened);
  if (!told) return;
  event.preventDefault();
  event.stopPropagation();
  told.opened = false;
}, true);

// What the screen offers, for the palette: each control in sight by its name, of the rows those of the one that one is in.
(() => {
  const CONTROLS = 'button, a[href], vaadin-text-field, vaadin-select, vaadin-date-picker, vaadin-time-picker,'
    + ' vaadin-combo-box, vaadin-text-area, vaadin-checkbox, vaadin-radio-button';
  const ONE_OF_MANY = '.task-row, .board-card';
  let controls = [];
  let left = null;

  document.addEventListener('focusin', event => {
    if (!event.target.closest('vaadin-dialog')) left = event.target;
  });

  const nameOf = one => (one.getAttribute('aria-label') || one.label || one.accessibleName
    || one.innerText || one.placeholder || '').trim().replace(/\s+/g, ' ');

  window.taskledger.here = () => {
    const inside = document.querySelector('.task-row.current, .board-card.current');
    const named = new Map();
    // Of two that are called the same, what is done to the selected ones is meant, then the open task's.
    const all = ['.bulk-bar', '.panel', '#main', '.top'].flatMap(where => [...document.querySelectorAll(`${where} :is(${CONTROLS})`)]);
    for (const one of all) {
      const among = one.closest(ONE_OF_MANY);
      if (one.disabled || !one.checkVisibility() || one.matches('.sr-only, .skip-link, [data-testid=palette-open]')) continue;
      if (among && among !== inside && !among.contains(left)) continue;
      const name = nameOf(one);
      if (name && !named.has(name)) named.set(name, one);
    }
    controls = [...named.values()];
    return [...named.keys()];
  };

  // In the screen that one has come to, unless one goes on by oneself before.
  window.taskledger.arrive = () => {
    const focus = setTimeout(() => document.getElementById('main')?.focus(), 100);
    document.addEventListener('keydown', () => clearTimeout(focus), {capture: true, once: true});
  };

  // Once the palette has gone and given the focus back.
  window.taskledger.press = number => setTimeout(() => {
    const one = controls[number];
    one?.focus();
    if (one?.matches('button, a')) one.click();
  }, 100);
})();
