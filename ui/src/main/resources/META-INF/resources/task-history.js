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

// What others change moves nothing that one is about to click: the list, or the column of a board, is scrolled by as much
// as the row moved that has the focus, or that the pointer has just come to, or else the first that is in sight. Browsers
// that do such a thing by themselves take the room of rows that went for something that is to stand still.
(() => {
  const RECENT_MILLIS = 3000;
  const OWN_MILLIS = 1000;
  const ONE = '.task-row, .board-card';
  const SCROLLED = '.list-pane, .column-body';
  let pointed = {one: null, at: 0};
  let scrolled = null;
  let held = [];

  const oneAt = target => target?.closest?.(ONE);
  const top = one => one.getBoundingClientRect().top;

  const inSight = one => {
    const pane = one?.isConnected && one.closest(SCROLLED)?.getBoundingClientRect();
    const box = pane && one.getBoundingClientRect();
    return pane && box.bottom > pane.top && box.top < pane.bottom;
  };

  const wanted = () => {
    const focused = oneAt(document.activeElement);
    if (inSight(focused)) return focused;
    if (document.activeElement?.closest?.('.quick-add')) return null;
    if (performance.now() - pointed.at < RECENT_MILLIS && inSight(pointed.one)) return pointed.one;
    return scrolled?.isConnected && scrolled.scrollTop > 0 ? [...scrolled.querySelectorAll(ONE)].find(inSight) : null;
  };

  // Should it go, those behind it are held.
  const note = () => {
    held = [];
    for (let one = wanted(); one && held.length < 3; one = one.nextElementSibling) held.push({one, top: top(one)});
  };

  const hold = () => {
    const still = held.find(({one}) => one.isConnected);
    const pane = still?.one.closest(SCROLLED);
    if (pane) {
      const moved = top(still.one) - still.top;
      if (Math.abs(moved) > 1) {
        // A short list has no room to scroll, nor one that is at its beginning: it gets as much as that takes.
        const list = listIn(pane);
        const above = top(list) - top(pane);
        if (moved > pane.scrollHeight - pane.clientHeight - pane.scrollTop) list.style.minBlockSize = `${pane.clientHeight + moved - above}px`;
        const missing = -(pane.scrollTop + moved);
        if (missing > 0) list.style.paddingBlockStart = `${(parseFloat(getComputedStyle(list).paddingBlockStart) || 0) + missing}px`;
        pane.scrollTop += moved;
      }
    }
    note();
  };

  const listIn = pane => pane.querySelector('.sections, .cards');
  const watch = new MutationObserver(hold);

  const follow = () => {
    note();
    const list = held.length && listIn(held[0].one.closest(SCROLLED));
    watch.disconnect();
    if (list) watch.observe(list, {childList: true, subtree: true});
  };

  document.addEventListener('pointermove', event => {
    if (event.pointerType !== 'mouse') return;
    pointed = {one: oneAt(event.target), at: performance.now()};
    follow();
  }, {passive: true});
  document.addEventListener('focusin', follow);
  document.addEventListener('scroll', event => {
    if (!event.target.matches?.(SCROLLED)) return;
    scrolled = event.target;
    follow();
  }, {capture: true, passive: true});
  document.addEventListener('click', () => {
    // What one does oneself may move what it likes.
    for (const list of document.querySelectorAll('.sections, .cards')) list.style.minBlockSize = list.style.paddingBlockStart = '';
    held = [];
    pointed = {one: null, at: 0};
    setTimeout(follow, OWN_MILLIS);
  });
})();

// The room of rows that went out of sight: it asks for them when one comes near, and says how far up one is.
window.taskledger.wantRows = room => {
  room.watch?.disconnect();
  const pane = room.closest('.list-pane');
  room.watch = new IntersectionObserver(seen => {
    if (!seen.some(one => one.isIntersecting)) return;
    room.watch.disconnect();
    const box = room.getBoundingClientRect();
    const at = Math.min(1, Math.max(0, (pane.getBoundingClientRect().top - box.top) / box.height));
    room.dispatchEvent(new CustomEvent('rows-wanted', {detail: {at}}));
  }, {root: pane, rootMargin: '1200px'});
  room.watch.observe(room);
};

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
