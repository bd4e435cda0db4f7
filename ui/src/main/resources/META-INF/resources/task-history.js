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
        const room = pane.scrollHeight - pane.clientHeight - pane.scrollTop;
        const sections = pane.querySelector('.sections');
        if (moved > room) sections.style.paddingBlockEnd = `${moved - room + 48}px`;
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
