// A button that stands in a line of text, and looks as a link does: the declarations of its rule.
import { css } from 'lit';

export const asLink = css`
  min-height: 1.5rem;
  padding: 0;
  border: 0;
  font-weight: 400;
  text-decoration: underline;
  text-decoration-thickness: 1px;
  text-underline-offset: 0.18em;
`;
