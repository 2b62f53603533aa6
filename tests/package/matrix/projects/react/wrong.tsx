// What the types must not let pass.
import 'dropout-playground/react';

export const wrong = [
  // @ts-expect-error: Keras calls p the rate, but no attribute is
  <dropout-playground key="1" rate="0.5" />,
  // @ts-expect-error: it is eager or lazy
  <dropout-playground key="2" loading="soon" />,
  // @ts-expect-error: an object is no text
  <dropout-playground key="3" input={[1, 2]} />,
  // @ts-expect-error: the event has no key
  <dropout-playground key="4" ondropout-change={(event) => event.key} />,
];
