// A block of code in somebody's post: it stays as it is, with two buttons above it, until a reader runs it.
import { focusedIn } from '../design/focused-in.ts';
import { importAgain } from '../loading/import-again.ts';
import { COPIED, COPY, NOT_RUN, RUN } from './program-words.ts';
import { textIn } from './texts.ts';

/** Of the script's element, for all blocks of a page. */
const SHARED = ['pyodide', 'engine', 'playground'] as const;

/** What a block is run for. */
const IMPORTS_TORCH = /^[ \t]*(?:>>> *)?(?:import torch\b|from torch\b)/m;

/** In what a reader writes, and what happens there. */
const WRITTEN = 'input, textarea, [contenteditable=true]';
const WRITES = ['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'paste', 'copy', 'cut'];

// Absolutely placed, so that nothing of the page moves.
const STYLE = `
:host{display:block;position:relative}
:host([hidden]){display:none}
.buttons{position:absolute;top:.4em;inset-inline-end:.4em;display:flex;gap:.3em;font:600 13px/1.2 system-ui,sans-serif;direction:ltr}
button{all:unset;box-sizing:border-box;padding:.45em .8em;border:1px solid color-mix(in srgb,currentColor 25%,transparent);border-radius:7px;color:light-dark(#1d2129,#e8e6e1);background:light-dark(#fff,#1c1f25);font:inherit;cursor:pointer}
.run{border-color:transparent;color:var(--dropout-accent-ink,light-dark(#fff,#0d2326));background:var(--dropout-accent,light-dark(#0f6b73,#58c4cc))}
button:focus-visible{outline:2px solid var(--dropout-accent,light-dark(#0f6b73,#58c4cc));outline-offset:2px}
p{margin:.4em 0;font:.85em/1.5 system-ui,sans-serif}
@media print{.buttons{display:none}}
`;

/** Offers to run a block; without one, those of the page, if its script asks for it. */
export function wake(block?: HTMLElement): void {
  if (block) offerRun(block);
  else {
    const script = document.querySelector<HTMLElement>('script[data-programs]');
    if (script) wrapBlocks(script);
  }
}

/** Puts the buttons above a block, once. */
function offerRun(element: HTMLElement): void {
  if (element.shadowRoot) return;
  const root = element.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  root.adoptedStyleSheets = [style];
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  const run = button('run', textIn(RUN, element), () => void begin(element, buttons));
  const copy = button('copy', textIn(COPY, element), async () => {
    try {
      await navigator.clipboard.writeText(sourceOf(element));
      copy.textContent = textIn(COPIED, element);
    } catch {
      // Where it may not, it is selected.
      getSelection()?.selectAllChildren(codeOf(element));
    }
  });
  buttons.append(...(navigator.clipboard ? [run, copy] : [run]));
  root.append(document.createElement('slot'), buttons);
  for (const type of WRITES) root.addEventListener(type, keepInside);
  // What decks and pages with shortcuts ask of the element with the focus.
  Object.defineProperty(element, 'isContentEditable', {
    get: () => focusedIn(root)?.matches(WRITTEN) === true,
  });
  // Fetched when a reader comes to it, as Python is when they are at the program itself.
  for (const event of ['pointerenter', 'focusin']) {
    element.addEventListener(event, () => void loadProgram().catch(() => {}), { once: true });
  }
}

/** A deck turns no slide while somebody writes. Tab goes on to the page. */
function keepInside(event: Event): void {
  const [target] = event.composedPath() as Element[];
  const { key } = event as Partial<KeyboardEvent>;
  if (key !== 'Tab' && target?.matches(WRITTEN)) event.stopPropagation();
}

/** Makes a program of each block of the page that imports torch and is none yet. */
function wrapBlocks(script: HTMLElement): void {
  for (const code of document.querySelectorAll('pre code, pre:not(:has(code))')) {
    const block = code.closest('pre');
    if (!block || block.closest('dropout-program') || !IMPORTS_TORCH.test(code.textContent))
      continue;
    const program = document.createElement('dropout-program');
    for (const name of SHARED) {
      const value = script.dataset[name];
      if (value !== undefined) program.setAttribute(name, value);
    }
    block.replaceWith(program);
    program.append(block);
  }
}

function button(name: string, text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = name;
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}

async function begin(element: HTMLElement, buttons: HTMLElement): Promise<void> {
  const root = element.shadowRoot as ShadowRoot;
  try {
    const { createProgram } = await loadProgram();
    const program = await createProgram(element, sourceOf(element));
    root.replaceChildren(program);
    await program.updateComplete;
    program.renderRoot.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    await program.run();
  } catch {
    const problem = document.createElement('p');
    problem.setAttribute('role', 'alert');
    problem.textContent = textIn(NOT_RUN, element);
    root.replaceChildren(document.createElement('slot'), buttons, problem);
  }
}

/** The text of the block, without the line break at its end. */
function sourceOf(element: HTMLElement): string {
  return codeOf(element).textContent.replace(/^\n|\s+$/g, '');
}

function codeOf(element: HTMLElement): HTMLElement {
  return element.querySelector('code') ?? element.querySelector('pre') ?? element;
}

let loading: Promise<typeof import('./program.ts')> | undefined;

// After a failure the next press asks for it again.
function loadProgram(): Promise<typeof import('./program.ts')> {
  loading ??= importAgain(() => import('./program.ts')).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
