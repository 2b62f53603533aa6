// How <dropout-lab> stands in somebody's page. `room` is as high as the lab will be, in the same cell of the grid, so that
// nothing below it moves.

export const labPlaceStyle = `
:host{display:block}
:host([hidden]){display:none}
:host>div,div{min-width:0}
:host>div{container-type:inline-size;display:grid;grid-template-columns:minmax(0,1fr);align-items:start}
:host>div>*{grid-area:1/1}
.room{font-size:var(--dropout-font-size,medium);min-height:126em}
.sign{margin:.4em 0;font:.85em/1.5 system-ui,sans-serif;opacity:.75;animation:appear .1s .1s backwards}
@keyframes appear{from{opacity:0}}
@container (min-width:352px){.room{min-height:118em}}
@container (min-width:704px){.room{min-height:106em}}
@container (min-width:928px){.room{min-height:78em}}
`;
