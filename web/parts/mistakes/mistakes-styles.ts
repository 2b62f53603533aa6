// The layout of <dropout-mistakes>.
import { css } from 'lit';
import { rem } from '../../design/rem.ts';

export const mistakesStyles = css`
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, ${rem(30)}), 1fr));
    gap: ${rem(1)};
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    flex-direction: column;
    min-width: 0;
    padding: ${rem(1)} ${rem(1.2)};
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: 12px;
  }

  h3 {
    margin: 0 0 ${rem(0.3)};
    font-size: var(--_text);
  }

  p {
    margin: 0;
    font-size: var(--_text);
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, ${rem(15.5)}), 1fr));
    gap: ${rem(0.9)} ${rem(1)};
    margin: ${rem(0.8)} 0 ${rem(0.9)};
  }

  figure {
    min-width: 0;
    margin: 0;
    padding-inline-start: ${rem(0.8)};
    border-inline-start: 3px solid var(--_error);
  }

  .right {
    border-color: var(--_accent);
  }

  figcaption {
    min-height: 2.6em;
    color: var(--_soft);
    font-size: var(--_small);
  }

  code {
    display: block;
    color: var(--_ink);
    font-family: var(--_mono);
    overflow-wrap: anywhere;
  }

  .gives {
    --_cell: ${rem(2.5)};
    --_cell-height: ${rem(1.9)};
    --_cell-padding: ${rem(0.2)};
    --_cell-font: var(--_small);
    display: grid;
    gap: ${rem(0.7)};
    margin-top: ${rem(0.5)};
  }

  .leads {
    display: flex;
    flex-wrap: wrap;
    gap: ${rem(0.4)} ${rem(0.8)};
    align-items: center;
    margin-top: auto;
  }

  a {
    font-size: var(--_small);
  }
`;
