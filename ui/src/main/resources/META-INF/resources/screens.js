// Cards of a board: moved by mouse, by a finger that rests on them first, and by Alt and the arrows. The server hears of
// it as `card-moved` at the board, and puts the card where it then stands.
(() => {
  const DISTANCE = 6;
  const REST_MILLIS = 300;
  const EDGE = 56;
  const STEP = 14;

  let held = null;

  const cardsOf = column => [...column.querySelectorAll('.board-card')];
  const idOf = card => (card ? card.dataset.task : '');

  const tell = (card, column, next, previous, keyboard) =>
    card.closest('.board')?.dispatchEvent(new CustomEvent('card-moved', {
      detail: {task: idOf(card), list: column.dataset.list, next: idOf(next), previous: idOf(previous), keyboard},
    }));

  const columnAt = (x, y) => {
    const found = document.elementFromPoint(x, y)?.closest('.column');
    if (found) return found;
    // Beside the cards of a short column one still means that column.
    return [...document.querySelectorAll('.board .column')].find(one => {
      const box = one.getBoundingClientRect();
      return x >= box.left && x <= box.right;
    });
  };

  const lift = () => {
    const {card, x, y} = held;
    const box = card.getBoundingClientRect();
    held.dx = x - box.left;
    held.dy = y - box.top;
    held.ghost = card.cloneNode(true);
    held.ghost.classList.add('card-ghost');
    held.ghost.setAttribute('aria-hidden', 'true');
    held.ghost.style.inlineSize = `${box.width}px`;
    held.line = document.createElement('div');
    held.line.className = 'drop-line';
    document.body.append(held.line, held.ghost);
    document.body.classList.add('card-dragging');
    card.classList.add('lifted');
    held.frame = requestAnimationFrame(scroll);
  };

  const aim = () => {
    const {x, y, card, ghost, line} = held;
    ghost.style.transform = `translate(${x - held.dx}px, ${y - held.dy}px) rotate(1.5deg)`;
    held.column = columnAt(x, y);
    if (!held.column) {
      line.hidden = true;
      return;
    }
    const others = cardsOf(held.column).filter(one => one !== card);
    const at = others.findIndex(one => {
      const box = one.getBoundingClientRect();
      return y < box.top + box.height / 2;
    });
    held.next = at < 0 ? null : others[at];
    held.previous = at < 0 ? others.at(-1) : others[at - 1];
    const body = held.column.querySelector('.column-body').getBoundingClientRect();
    const top = held.next ? held.next.getBoundingClientRect().top - 5
      : held.previous ? held.previous.getBoundingClientRect().bottom + 3
      : body.top + 2;
    line.hidden = false;
    line.style.transform = `translate(${body.left + 8}px, ${Math.min(Math.max(top, body.top), body.bottom - 2)}px)`;
    line.style.inlineSize = `${body.width - 16}px`;
  };

  // The nearer to the edge, the faster.
  const faster = within => Math.ceil(Math.min(Math.max(within, 0), EDGE) / EDGE * STEP);

  const scroll = () => {
    if (!held?.ghost) return;
    if (!held.card.isConnected) {
      letGo(false); // somebody else moved or deleted it
      return;
    }
    const board = held.card.closest('.board');
    const box = board.getBoundingClientRect();
    board.scrollLeft += faster(held.x - (box.right - EDGE)) - faster(box.left + EDGE - held.x);
    const body = held.column?.querySelector('.column-body');
    if (body) {
      const its = body.getBoundingClientRect();
      body.scrollTop += faster(held.y - (its.bottom - EDGE)) - faster(its.top + EDGE - held.y);
    }
    aim();
    held.frame = requestAnimationFrame(scroll);
  };

  const letGo = drop => {
    const {card, column, next, previous, ghost, line, timer, frame} = held;
    held = null;
    clearTimeout(timer);
    if (!ghost) return;
    cancelAnimationFrame(frame);
    ghost.remove();
    line.remove();
    card.classList.remove('lifted');
    document.body.classList.remove('card-dragging');
    // What ends a drag is no click.
    const swallow = click => {
      click.preventDefault();
      click.stopPropagation();
    };
    document.addEventListener('click', swallow, {capture: true, once: true});
    setTimeout(() => document.removeEventListener('click', swallow, {capture: true}), 0);
    const unmoved = column === card.closest('.column') && next === card.nextElementSibling;
    if (drop && column && !unmoved) tell(card, column, next, previous, false);
  };

  document.addEventListener('pointerdown', event => {
    const card = event.target.closest?.('.board-card[data-movable]');
    if (!card || held || event.button !== 0 || event.target.closest('button')) return;
    held = {card, x: event.clientX, y: event.clientY, fromX: event.clientX, fromY: event.clientY, pointer: event.pointerId};
    if (event.pointerType !== 'mouse') {
      held.timer = setTimeout(() => {
        if (held && !held.ghost) lift();
      }, REST_MILLIS);
    }
  });

  document.addEventListener('pointermove', event => {
    if (!held || event.pointerId !== held.pointer) return;
    held.x = event.clientX;
    held.y = event.clientY;
    if (!held.ghost) {
      if (Math.hypot(held.x - held.fromX, held.y - held.fromY) < DISTANCE) return;
      if (event.pointerType !== 'mouse') {
        letGo(false); // a finger that moves at once scrolls
        return;
      }
      lift();
    }
    event.preventDefault();
    aim();
  });

  document.addEventListener('pointerup', event => held && event.pointerId === held.pointer && letGo(true));
  document.addEventListener('pointercancel', event => held && event.pointerId === held.pointer && letGo(false));
  document.addEventListener('touchmove', event => held?.ghost && event.preventDefault(), {passive: false});
  document.addEventListener('contextmenu', event => held?.ghost && event.preventDefault());
  document.addEventListener('dragstart', event => event.target.closest?.('.board-card') && event.preventDefault());

  const beside = (card, by) => {
    const columns = [...card.closest('.board').querySelectorAll('.column')];
    return columns[columns.indexOf(card.closest('.column')) + by];
  };

  const goTo = card => {
    if (!card) return;
    card.querySelector('.card-title').focus();
    card.scrollIntoView({block: 'nearest', inline: 'nearest'});
  };

  const walk = (card, key) => {
    const all = cardsOf(card.closest('.column'));
    const at = all.indexOf(card);
    if (key === 'ArrowUp') return goTo(all[at - 1]);
    if (key === 'ArrowDown') return goTo(all[at + 1]);
    const forward = (key === 'ArrowRight') === (getComputedStyle(card).direction === 'ltr') ? 1 : -1;
    for (let by = forward, column; (column = beside(card, by)); by += forward) {
      const there = cardsOf(column);
      if (there.length) return goTo(there[Math.min(at, there.length - 1)]);
    }
  };

  const push = (card, key) => {
    const column = card.closest('.column');
    const all = cardsOf(column);
    const at = all.indexOf(card);
    if (key === 'ArrowUp') return at > 0 && tell(card, column, all[at - 1], all[at - 2], true);
    if (key === 'ArrowDown') return at + 1 < all.length && tell(card, column, all[at + 2], all[at + 1], true);
    const to = beside(card, (key === 'ArrowRight') === (getComputedStyle(card).direction === 'ltr') ? 1 : -1);
    if (!to) return;
    const there = cardsOf(to);
    tell(card, to, there[at], there[Math.min(at, there.length) - 1], true);
  };

  document.addEventListener('keydown', event => {
    if (held?.ghost && event.key === 'Escape') {
      event.preventDefault();
      event.stopImmediatePropagation();
      letGo(false);
      return;
    }
    const card = event.target.closest?.('.board-card');
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    if (event.key.startsWith('Arrow')) {
      if (!event.altKey) walk(card, event.key);
      else if ('movable' in card.dataset) push(card, event.key);
      event.preventDefault();
    } else if (!event.altKey && event.key === 'x') {
      card.querySelector('.check')?.click();
      event.preventDefault();
    } else if (!event.altKey && event.key === 'm') {
      card.querySelector('[data-testid=card-move]')?.click();
      event.preventDefault();
    }
  }, {capture: true});

  // From anywhere else the arrows lead onto the board.
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || !event.key.startsWith('Arrow') || document.activeElement !== document.body) return;
    const first = document.querySelector('.board .board-card');
    if (first) {
      goTo(first);
      event.preventDefault();
    }
  });
})();

// Rows of a list: selected by `s`, by Shift and the arrows, by a finger that rests on one, and all of them by Ctrl+A.
(() => {
  const REST_MILLIS = 450;
  let resting;

  const isPicked = row => row.querySelector('.pick').getAttribute('aria-pressed') === 'true';
  // It counts as picked at once: the next key may come before the server has answered.
  const pick = row => {
    const mark = row.querySelector('.pick');
    mark.setAttribute('aria-pressed', String(!isPicked(row)));
    mark.click();
  };

  document.addEventListener('keydown', event => {
    const row = event.target.closest?.('.task-row:not(.past-row)');
    if (!row || event.altKey || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      row.closest('.list-pane').dispatchEvent(new CustomEvent('pick-all'));
    } else if (event.ctrlKey || event.metaKey) {
      return;
    } else if (event.key === 's' && !event.shiftKey) {
      pick(row);
    } else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const rows = [...document.querySelectorAll('.task-row:not(.past-row)')].filter(one => one.offsetParent);
      const next = rows[rows.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (!isPicked(row)) pick(row);
      if (next) {
        if (!isPicked(next)) pick(next);
        next.querySelector('.task-title').focus();
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }, {capture: true});

  document.addEventListener('pointerdown', event => {
    const row = event.pointerType !== 'mouse' && event.target.closest?.('.task-row:not(.past-row)');
    clearTimeout(resting);
    if (!row || event.target.closest('button')) return;
    resting = setTimeout(() => {
      document.addEventListener('click', click => {
        click.preventDefault();
        click.stopPropagation();
      }, {capture: true, once: true});
      pick(row);
    }, REST_MILLIS);
  });
  for (const kind of ['pointerup', 'pointercancel', 'pointermove']) {
    document.addEventListener(kind, event => {
      if (event.pointerType !== 'mouse' && (kind !== 'pointermove' || Math.hypot(event.movementX, event.movementY) > 4)) {
        clearTimeout(resting);
      }
    });
  }
  document.addEventListener('contextmenu', event => event.pointerType === 'touch'
    && event.target.closest?.('.task-row') && event.preventDefault());
})();

// Ctrl+K, or Cmd+K, from everywhere, also from within a field.
document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
  if (document.querySelector(':is(vaadin-dialog, vaadin-confirm-dialog)[opened]')) return;
  const open = document.querySelector('[data-testid=palette-open]');
  if (!open) return;
  event.preventDefault();
  open.click();
});
