// uPlot, which draws axes and curves, fetched when the first chart is drawn.
import type uPlot from 'uplot';

let loading: Promise<{ uPlot: typeof uPlot; sheet: CSSStyleSheet } | null> | null = null;

/** Null where it could not be loaded, as on a page that is being left: the next drawing asks for it again. */
export function library() {
  loading ??= Promise.all([import('uplot'), import('uplot/dist/uPlot.min.css?inline')]).then(
    ([{ default: uPlot }, { default: text }]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return { uPlot, sheet };
    },
    () => {
      loading = null;
      return null;
    },
  );
  return loading;
}

/** Gives uPlot's styles to what is drawn in. */
export function adopt(root: ShadowRoot, sheet: CSSStyleSheet): void {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
