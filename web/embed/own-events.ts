// Keeps to a figure what a reader does in its fields, whatever the page around it listens to: a deck that goes on at an
// arrow key, a page whose shortcuts are letters. The page sees the figure as one element, so that it cannot tell
// that somebody is typing.
//
// A listener of the window sees an event before all others. So keys stop there, and go on as copies that do not
// leave the figure: what the browser itself does with a key, it does all the same. Only a page that listens on
// the window, too, by a script that ran before ours, is told first.
import { focusedIn } from '../design/focused-in.ts';

/** What keys and pointers are used in, seen from inside of a figure. */
const FIELD =
  'input, textarea, select, summary, button, label, [role=application], [role=slider], [role=listbox]';
/** Of these, what has listeners of ours for pointers. They have to see them first. */
const LISTENS =
  'td input, summary, button, label, [role=application], [role=slider], [role=listbox]';
/** Inputs into which nothing is typed. */
const CHECK = 'input[type=checkbox]';
const TYPED = 'input, textarea, select';

const MOVES = /^(?:Arrow|Page(?:Up|Down)$|Home$|End$)/;
const EDITS = /^(?:Backspace|Delete|Enter)$/;
const MODIFIES = /^(?:Control|Shift|Alt|AltGraph|Meta)$/;
const LEAVES = /^(?:Tab|Escape|F\d+)$/;

const KEYS = ['keydown', 'keyup', 'keypress'] as const;
const POINTERS = [
  ...['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'click', 'dblclick'],
  ...['mousedown', 'mousemove', 'mouseup', 'touchstart', 'touchmove', 'touchend', 'touchcancel'],
  'wheel',
];
const WRITES = [
  ...['beforeinput', 'input', 'cut', 'copy', 'paste'],
  ...['compositionstart', 'compositionupdate', 'compositionend'],
];

/** Listens on the window of a document with figures. Further calls for it change nothing. */
export function keepOwnEvents(window: Window, isFigure: (target: EventTarget) => boolean): void {
  if (kept.has(window)) return;
  kept.add(window);
  const inside = (event: Event) => {
    const path = event.composedPath();
    return path.slice(0, Math.max(0, path.findIndex(isFigure))) as Element[];
  };
  for (const type of KEYS) {
    window.addEventListener(type, (event) => onKey(event, inside(event)), true);
  }
  for (const type of POINTERS) {
    const listener = (event: Event) => onPointerAtWindow(event, inside(event));
    window.addEventListener(type, listener, { capture: true, passive: true });
  }
}

const kept = new WeakSet<Window>();

/** Keeps what comes up to the root of a figure after the figure's own listeners have seen it. */
export function keepInside(root: ShadowRoot): void {
  const inside = (event: Event) => {
    const path = event.composedPath();
    return path.slice(0, path.indexOf(root)) as Element[];
  };
  for (const type of WRITES) root.addEventListener(type, (event) => event.stopPropagation());
  for (const type of POINTERS) {
    const listener = (event: Event) => {
      if (isUsed(event, inside(event))) event.stopPropagation();
    };
    root.addEventListener(type, listener, { passive: true });
  }
  // Where the figure is in somebody's closed shadow tree, the window cannot see that it is one.
  for (const type of KEYS) {
    root.addEventListener(type, (event) => {
      const [field] = inside(event);
      if (field && usesKey(field, event as KeyboardEvent)) event.stopPropagation();
    });
  }
}

/** Whether a text field or the like of this figure has the focus, as `isContentEditable` tells of other elements. */
export function isWrittenIn(figure: Element): boolean {
  const field = focusedIn(figure.shadowRoot);
  return field?.matches(TYPED) === true && !field.matches(CHECK);
}

function usesKey(field: Element, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  // Both at once are AltGr, which types.
  const isCommand = (ctrlKey || metaKey) && !altKey;
  if (isCommand && /^[zy]$/i.test(key)) return true;
  if (field.matches(TYPED) && !field.matches(CHECK)) {
    if (LEAVES.test(key)) return key === 'F2';
    if (!isCommand || MODIFIES.test(key)) return true;
    return MOVES.test(key) || EDITS.test(key) || /^[acvx]$/i.test(key);
  }
  if (field.matches('[role=application]')) {
    return MOVES.test(key) || (!isCommand && /^[-+=0]$/.test(key));
  }
  if (field.matches('td, [role=slider], [role=option]')) return MOVES.test(key);
  if (field.matches('pre')) return MOVES.test(key) || key === ' ';
  return key === ' ' || key === 'Enter';
}

function onKey(event: KeyboardEvent, path: readonly Element[]): void {
  const [field] = path;
  if (!field || copies.has(event) || !usesKey(field, event)) return;
  event.stopImmediatePropagation();
  if (event.type !== 'keydown') return;
  const wasPrevented = event.defaultPrevented;
  tellFigure(event, path);
  if (wasPrevented) write(field, event);
}

/** What the figure has been told by copies, which no listener of the window takes for another key. */
const copies = new WeakSet<Event>();

// An event of one shadow tree does not leave it, so that each tree from the field to the figure gets a copy.
function tellFigure(event: KeyboardEvent, path: readonly Element[]): void {
  const { key, code, location, repeat, isComposing } = event;
  const { ctrlKey, shiftKey, altKey, metaKey } = event;
  const init = { key, code, location, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey };
  for (const [i, target] of path.entries()) {
    if (i > 0 && !target.shadowRoot) continue;
    // No KeyboardEvent, which in Firefox leaves every tree, whatever it is told.
    const copy = Object.assign(new Event('keydown', { bubbles: true, cancelable: true }), init);
    copies.add(copy);
    if (!target.dispatchEvent(copy)) event.preventDefault();
    if (copy.cancelBubble) return;
  }
}

// Does what a key does in a field, for a page that was told first and forbade it to the browser.
function write(field: Element, { key, ctrlKey, metaKey }: KeyboardEvent): void {
  if (ctrlKey || metaKey || !field.matches('input[type=text], textarea')) return;
  const { ownerDocument: document } = field;
  if (key === 'Backspace') document.execCommand('delete');
  else if (key === 'Delete') document.execCommand('forwardDelete');
  else if ([...key].length === 1) document.execCommand('insertText', false, key);
}

/** Whether a press began in a field: then its moves and its end are the field's as well. */
let isPressed = false;

// Mice and fingers stop at the window, since no listener of ours is for them. So do pointers, unless one is.
function onPointerAtWindow(event: Event, path: readonly Element[]): void {
  const { type } = event;
  const isOwn = path.length > 0 && isUsed(event, path);
  if (/(?:down|start)$/.test(type)) isPressed = isOwn;
  const isHeard = !/^(?:mouse|touch)/.test(type) && path.some((one) => one.matches?.(LISTENS));
  if (isOwn && !isHeard) event.stopImmediatePropagation();
  // A press ends with these, after its pointerup.
  if (/^(?:mouseup|touchend|touchcancel)$/.test(type)) isPressed = false;
}

function isUsed(event: Event, path: readonly Element[]): boolean {
  const { type } = event;
  if (type === 'wheel') return event.defaultPrevented || isScrolled(event, path);
  if (/(?:move|up|end|cancel)$/.test(type)) return isPressed;
  if (path.some((one) => one.matches?.(FIELD))) return true;
  return !type.endsWith('click') && isScrolled(event, path);
}

/** Whether a finger or the wheel would scroll something in the figure. */
function isScrolled(event: Event, path: readonly Element[]): boolean {
  const { deltaX = 0, deltaY = 0 } = event as WheelEvent;
  return path.some((one) => {
    if (!one.matches) return false; // a shadow root
    const { overflowX, overflowY } = getComputedStyle(one);
    const across = one.scrollWidth > one.clientWidth && /auto|scroll/.test(overflowX);
    const down = one.scrollHeight > one.clientHeight && /auto|scroll/.test(overflowY);
    if (event.type !== 'wheel') return across || down;
    return Math.abs(deltaX) > Math.abs(deltaY) ? across : down;
  });
}
