// In the larger editor, a slot below each line that is answered. It goes with its line when the program is edited.
import { type EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

export interface LineSlot {
  /** From 1. */
  line: number;
  /** The slot's name. */
  name: string;
}

export const placeAnswers = StateEffect.define<readonly LineSlot[]>();

export const answerSlots = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(slots, { effects, changes, state }) {
    const placed = effects.find((effect) => effect.is(placeAnswers));
    return placed ? slotsAt(placed.value, state) : slots.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function slotsAt(slots: readonly LineSlot[], { doc }: EditorState): DecorationSet {
  const there = slots.filter(({ line }) => line <= doc.lines).sort((a, b) => a.line - b.line);
  return Decoration.set(there.map(({ line, name }) => slotOf(name).range(doc.line(line).to)));
}

const slotOf = (name: string) =>
  Decoration.widget({ widget: new AnswerSlot(name), block: true, side: 1 });

class AnswerSlot extends WidgetType {
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  override eq(other: AnswerSlot): boolean {
    return this.#name === other.#name;
  }

  override toDOM(): HTMLElement {
    const place = document.createElement('div');
    place.className = 'answer-place';
    const slot = document.createElement('slot');
    slot.name = this.#name;
    place.append(slot);
    return place;
  }
}
