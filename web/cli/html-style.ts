// The style of the static figure. If a policy forbids inline styles, the tables are plain.

export const HTML_STYLE = [
  '.dropout-figure{margin:1rem 0;font:1rem/1.5 system-ui,sans-serif}',
  '.dropout-figure>div{display:flex;flex-wrap:wrap;gap:1rem 2rem;margin-top:.6rem}',
  '.dropout-figure table{border-spacing:3px;font:.9rem ui-monospace,monospace}',
  '.dropout-figure caption{font:600 .9rem system-ui,sans-serif;text-align:start}',
  '.dropout-figure td{padding:.3rem .5rem;border-radius:6px;background:light-dark(#e8f1f4,#22343c);text-align:end;white-space:pre}',
  '.dropout-figure .dropped{color:light-dark(#5d6371,#a3a9b6);background:repeating-linear-gradient(135deg,light-dark(#f2efe8,#23262d) 0 4px,light-dark(#dcd7cb,#363a44) 4px 6px)}',
  '.dropout-figure tbody+tbody::before{content:"";display:block;height:.6rem}',
].join('');
