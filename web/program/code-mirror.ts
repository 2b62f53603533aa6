// The larger editor: CodeMirror with Python, in colours of ours.
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  isolateHistory,
} from '@codemirror/commands';
import {
  bracketMatching,
  delimitedIndent,
  HighlightStyle,
  indentNodeProp,
  indentOnInput,
  indentUnit,
  LRLanguage,
  syntaxHighlighting,
} from '@codemirror/language';
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { parser } from '@lezer/python';
import { answerSlots, type LineSlot, placeAnswers } from './answer-slots.ts';
import { numberDrag, STEPPING } from './number-drag.ts';

export interface MirrorOptions {
  source: string;
  label: string;
  /** How numbers are found and stepped. */
  numbers: typeof import('./code-numbers.ts');
  /** The id of the element that says which keys there are. */
  describedBy: string;
  selection: readonly [number, number];
  /** Pixels above what is seen. */
  scroll: number;
  /** @param isStepped Whether a number was stepped. */
  onChange(source: string, isStepped: boolean): void;
  onRun(): void;
  onLeave(): void;
}

export interface Shown {
  source: string;
  errorLine: number | null;
  label: string;
  /** Slots below lines. */
  slots: readonly LineSlot[];
}

export class CodeMirror {
  readonly #view: EditorView;
  /** Whether Tab indents: for who has only come by, it goes on to what comes after the editor. */
  #isWrittenIn = false;
  #slots: readonly LineSlot[] = [];

  constructor(parent: HTMLElement, root: ShadowRoot, options: MirrorOptions) {
    const { source, selection, onRun, onLeave, onChange } = options;
    this.#view = new EditorView({
      parent,
      root,
      state: EditorState.create({
        doc: source,
        selection: { anchor: selection[0], head: selection[1] },
        extensions: [
          lineNumbers(),
          history(),
          python,
          indentUnit.of('    '),
          indentOnInput(),
          bracketMatching(),
          syntaxHighlighting(colours),
          errorMark,
          answerSlots,
          wrapping.of([]),
          numberDrag(options.numbers),
          looks,
          EditorState.tabSize.of(4),
          EditorView.contentAttributes.of({
            'aria-label': options.label,
            'aria-describedby': options.describedBy,
            spellcheck: 'false',
            autocapitalize: 'off',
            autocorrect: 'off',
          }),
          keymap.of([
            { key: 'Mod-Enter', run: () => told(onRun) },
            { key: 'Escape', run: () => told(onLeave) },
            ...defaultKeymap,
            ...historyKeymap,
            {
              key: 'Tab',
              run: (view) => this.#isWrittenIn && indentMore(view),
              shift: (view) => this.#isWrittenIn && indentLess(view),
            },
          ]),
          EditorView.domEventHandlers({
            pointerdown: () => {
              this.#isWrittenIn = true;
            },
            blur: () => {
              this.#isWrittenIn = false;
            },
          }),
          EditorView.updateListener.of(({ docChanged, state, transactions }) => {
            if (!docChanged) return;
            this.#isWrittenIn = true;
            onChange(
              state.doc.toString(),
              transactions.some((one) => one.isUserEvent(STEPPING)),
            );
          }),
        ],
      }),
    });
    this.#view.scrollDOM.scrollTop = options.scroll;
  }

  /** Takes a text that came from elsewhere, marks a line, and has slots below those that are answered. */
  show({ source, errorLine, label, slots }: Shown): void {
    const { state, contentDOM } = this.#view;
    contentDOM.setAttribute('aria-label', label);
    const isNew = state.doc.toString() !== source;
    if (isNew) {
      this.#view.dispatch({ changes: { from: 0, to: state.doc.length, insert: source } });
    }
    if (state.field(errorMark).line !== errorLine) {
      this.#view.dispatch({ effects: markError.of(errorLine) });
    }
    if (!isNew && slots === this.#slots) return;
    this.#slots = slots;
    // What stands beside the lines leaves them less room.
    const wraps = slots.length > 0 ? EditorView.lineWrapping : [];
    this.#view.dispatch({ effects: [placeAnswers.of(slots), wrapping.reconfigure(wraps)] });
  }

  /** Changes a part of the text, which can be undone by itself. */
  replace(from: number, to: number, insert: string): void {
    const annotations = isolateHistory.of('full');
    this.#view.dispatch({ changes: { from, to, insert }, annotations });
  }

  /** What stands in the slots has another size. */
  measure(): void {
    this.#view.requestMeasure();
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }
}

/** Whether long lines go on below. */
const wrapping = new Compartment();

function told(tell: () => void): true {
  tell();
  return true;
}

const python = LRLanguage.define({
  name: 'python',
  parser: parser.configure({
    props: [
      indentNodeProp.add({
        Body: (context) => context.baseIndent + context.unit,
        'TupleExpression ParamList ArgList ParenthesizedExpression': delimitedIndent({
          closing: ')',
        }),
        'DictionaryExpression SetExpression': delimitedIndent({ closing: '}' }),
        ArrayExpression: delimitedIndent({ closing: ']' }),
        Script: (context) => context.column(context.state.doc.lineAt(context.pos).from),
      }),
    ],
  }),
  languageData: {
    commentTokens: { line: '#' },
    indentOnInput: /^\s*(?:else:|elif |except |finally:)$/,
  },
});

const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--_soft)', fontStyle: 'italic' },
  { tag: tags.string, color: 'color-mix(in oklab, var(--_cool) 62%, var(--_ink))' },
  { tag: tags.number, color: 'var(--_accent)' },
  { tag: [tags.keyword, tags.bool, tags.null], fontWeight: '650' },
]);

const markError = StateEffect.define<number | null>();

/** The line that is marked, until it is changed. */
const errorMark = StateField.define<{ line: number | null; marks: DecorationSet }>({
  create: () => ({ line: null, marks: Decoration.none }),
  update({ line, marks }, { effects, changes, state }) {
    for (const effect of effects) {
      if (!effect.is(markError)) continue;
      const isThere = effect.value !== null && effect.value <= state.doc.lines;
      const at = isThere ? state.doc.line(effect.value).from : 0;
      return {
        line: effect.value,
        marks: isThere ? Decoration.set(errorLine.range(at)) : Decoration.none,
      };
    }
    return { line, marks: marks.map(changes) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

const errorLine = Decoration.line({ class: 'cm-error' });

// In custom properties, which follow the page.
const looks = EditorView.theme({
  '&': { color: 'var(--_ink)', maxHeight: 'var(--_most)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', fontVariantLigatures: 'none', overflow: 'auto' },
  '.cm-content': {
    // What a line prints scrolls by itself. It must not make all lines as wide as it is.
    minWidth: '0',
    padding: 'calc(0.7 * var(--_dropout-rem)) 0',
    caretColor: 'var(--_ink)',
  },
  '.cm-line': {
    padding: '0 calc(1.4 * var(--_dropout-rem)) 0 calc(0.4 * var(--_dropout-rem))',
  },
  '.cm-gutters': { color: 'var(--_soft)', background: 'var(--_card)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': {
    minWidth: 'var(--_number)',
    padding: '0 calc(0.8 * var(--_dropout-rem)) 0 0',
    fontSize: 'var(--_small)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--_ink)' },
  '.cm-error': { background: 'color-mix(in oklab, var(--_error) 12%, transparent)' },
  '&.cm-focused .cm-matchingBracket': {
    background: 'color-mix(in oklab, var(--_accent) 22%, transparent)',
  },
});
