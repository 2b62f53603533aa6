// The layout of <dropout-playground>.
import { css } from 'lit';

export const playgroundStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_ink);
    font: 1rem/1.5 var(--_sans);
  }

  :host([hidden]) {
    display: none;
  }

  .playground {
    overflow: hidden;
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: 16px;
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.04),
      0 12px 40px -24px rgb(0 0 0 / 0.25);
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem 2rem;
    padding: 1.1rem 1.4rem;
  }

  label b {
    color: var(--_ink);
  }

  .field.p {
    flex: 1 1 16rem;
    max-width: 30rem;
  }

  .slider,
  .stepper {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }

  .slider {
    gap: 0.9rem;
  }

  .slider input[type='range'] {
    flex: 1;
    min-width: 6rem;
    min-height: 1.7rem;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  .engine {
    margin: 0;
    padding: 0.42rem 0;
    font-size: 0.95rem;
    font-weight: 600;
  }

  .engine span {
    color: var(--_soft);
    font-weight: 400;
  }

  .text {
    padding: 0 1.4rem 1.2rem;
    border-bottom: 1px solid var(--_line);
  }

  textarea {
    width: 100%;
    max-height: 14rem;
    resize: none;
    field-sizing: content;
  }

  /* The four figures share their rows (caption, cells, sums, tools), so that what belongs together
     stands on one line. */
  .equation {
    display: grid;
    gap: 0.5rem 2.2rem;
    padding: 1.4rem;
    justify-content: start;
  }

  .equation .op {
    display: none;
  }

  figure {
    display: grid;
    grid-row: span 4;
    grid-template-rows: subgrid;
    align-items: start;
    min-width: 0;
    margin: 0;
  }

  figure + figure,
  .op + figure {
    padding-top: 1.1rem;
  }

  figcaption {
    color: var(--_soft);
    font-size: 0.84rem;
  }

  figcaption b {
    margin-right: 0.2rem;
    color: var(--_ink);
    font-weight: 650;
  }

  code {
    font-family: var(--_mono);
  }

  .sum {
    margin: 0;
    color: var(--_soft);
    font-size: 0.82rem;
  }

  .sum b {
    color: var(--_ink);
    font: 600 0.82rem var(--_mono);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.1rem;
    color: var(--_soft);
    font-size: 0.82rem;
  }

  .tools > div {
    display: flex;
    align-items: center;
    gap: 0.3rem;
  }

  .tools button {
    min-width: 1.65rem;
    min-height: 1.65rem;
    padding: 0;
    line-height: 1;
  }

  .large {
    max-width: 16rem;
    margin: 0;
    padding: 0.8rem 1rem;
    color: var(--_soft);
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    font-size: 0.9rem;
  }

  @container (min-width: 34rem) {
    .equation:not([data-width='wide']) {
      grid-template-columns: repeat(2, minmax(0, max-content));
    }
    .equation:not([data-width='wide']) .mask {
      padding-top: 0;
    }
  }

  /* One line, read as a product: x × mask × scale = train, and eval beside it. */
  @container (min-width: 64rem) {
    .equation[data-width='narrow'] {
      grid-template-columns: repeat(6, auto) 1fr;
      column-gap: clamp(0.5rem, 1.4cqi, 1.1rem);
      justify-content: stretch;
    }
    .equation[data-width='narrow'] figure {
      grid-row: 1 / span 4;
      padding-top: 0;
    }
    .equation[data-width='narrow'] .op {
      display: grid;
      grid-row: 2;
      justify-items: center;
      align-self: center;
      color: var(--_soft);
      font-size: 1.2rem;
      line-height: 1.3;
      white-space: nowrap;
    }
    .equation[data-width='narrow'] .product {
      display: none;
    }
    .equation[data-width='narrow'] .times {
      grid-column: 2;
    }
    .equation[data-width='narrow'] .scale {
      grid-column: 4;
    }
    .equation[data-width='narrow'] .equals {
      grid-column: 5;
    }
    .equation[data-width='narrow'] .eval {
      justify-self: end;
      padding-left: clamp(0.6rem, 1.8cqi, 1.4rem);
      border-left: 1px dashed var(--_line);
    }
  }

  /* Its second line hangs below, so that it makes no row of cells higher. */
  .equation .scale {
    position: relative;
    min-width: 5.4rem;
  }

  .scale code {
    position: absolute;
    top: 100%;
  }

  .scale b {
    color: var(--_accent);
    font-family: var(--_mono);
    font-size: 1.1rem;
  }

  .scale code {
    font-size: 0.74rem;
  }

  .printed {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr));
    gap: 1px;
    background: var(--_line);
    border-top: 1px solid var(--_line);
  }

  printed-tensor {
    padding: 1rem 1.4rem 1.1rem;
    background: var(--_card);
  }

  .failure {
    margin: 0.6rem 0;
    padding: 0.7rem 1rem;
    border-left: 3px solid var(--_error);
  }
`;
