// In the larger editor, numbers are dragged to and fro, and stepped by Alt and the arrows up and down.
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { CodeNumber } from './code-numbers.ts';

type Numbers = typeof import('./code-numbers.ts');

/** Pixels that make a step. */
const STEP = 8;

/** Of transactions that step a number. */
export const STEPPING = 'input.step';

/** @param numbers How they are found and stepped: of a file that others fetch, too. */
export function numberDrag({ codeNumbers, stepped }: Numbers): Extension {
  const numbersIn = (state: EditorState) => codeNumbers(state.doc.toString(), syntaxTree(state));
  const marksIn = (state: EditorState): DecorationSet =>
    Decoration.set(numbersIn(state).map(({ from, to }) => MARK.range(from, to)));
  const step = (count: number) => (view: EditorView) => {
    const { head } = view.state.selection.main;
    const number = numbersIn(view.state).find(({ from, to }) => from <= head && head <= to);
    if (!number) return false;
    const next = stepped(number.text, number.name, count);
    if (next !== number.text) replace(view, number, next);
    return true;
  };
  return [
    LOOKS,
    ViewPlugin.fromClass(
      class {
        decorations: DecorationSet;

        constructor({ state }: EditorView) {
          this.decorations = marksIn(state);
        }

        update({ docChanged, startState, state }: ViewUpdate) {
          if (docChanged || syntaxTree(startState) !== syntaxTree(state)) {
            this.decorations = marksIn(state);
          }
        }
      },
      { decorations: ({ decorations }) => decorations },
    ),
    keymap.of([
      { key: 'Alt-ArrowUp', run: step(1) },
      { key: 'Alt-ArrowDown', run: step(-1) },
    ]),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        const target = event.target as Element;
        const isPlain = event.button === 0 && event.detail === 1 && !event.shiftKey;
        if (!isPlain || !target.closest('.cm-number')) return false;
        const at = view.posAtDOM(target);
        const number = numbersIn(view.state).find(({ from, to }) => from <= at && at < to);
        if (!number) return false;
        event.preventDefault();
        follow(view, number, event.clientX, (count) => stepped(number.text, number.name, count));
        return true;
      },
    }),
  ];
}

const MARK = Decoration.mark({ class: 'cm-number' });

/** They look as if they could be dragged. */
const LOOKS = EditorView.theme({
  '.cm-number': {
    cursor: 'ew-resize',
    textDecoration: 'underline dotted color-mix(in oklab, var(--_accent) 60%, transparent)',
    textUnderlineOffset: '0.25em',
  },
});

function follow(
  view: EditorView,
  number: CodeNumber,
  from: number,
  textAfter: (count: number) => string,
): void {
  const listening = new AbortController();
  const until = { signal: listening.signal };
  let text = number.text;
  let hasMoved = false;
  addEventListener(
    'mousemove',
    ({ clientX, buttons }) => {
      const count = Math.round((clientX - from) / STEP);
      if (buttons === 0) listening.abort();
      else if (hasMoved || count !== 0) {
        hasMoved = true;
        const next = textAfter(count);
        if (next !== text) replace(view, { ...number, to: number.from + text.length }, next);
        text = next;
      }
    },
    until,
  );
  addEventListener(
    'mouseup',
    (event) => {
      listening.abort();
      // It was a click, which puts the cursor there.
      const at = hasMoved ? null : view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (at !== null) view.dispatch({ selection: { anchor: at } });
      view.focus();
    },
    until,
  );
}

function replace(view: EditorView, { from, to }: CodeNumber, insert: string): void {
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: STEPPING,
  });
}
