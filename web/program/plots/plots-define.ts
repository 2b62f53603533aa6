// Registers the elements of what a program plots: fetched for the first program that does.
import { define } from '../../design/define.ts';
import { PlottedAxesElement } from './plotted-axes.ts';
import { PlottedFigureElement } from './plotted-figure.ts';

define({ 'plotted-axes': PlottedAxesElement, 'plotted-figure': PlottedFigureElement });

declare global {
  interface HTMLElementTagNameMap {
    'plotted-axes': PlottedAxesElement;
    'plotted-figure': PlottedFigureElement;
  }
}
