// How <dropout-playground> stands in somebody's page: as wide as there is room, as high as its figure will be.

// Where a parent is as wide as its content, the figure counts as wide as the invisible line of ::before, which breaks
// after each word: at most as wide as the figure's widest layout, at least as wide as a figure can be read. Its own
// width would count for nothing, since it is a container whose parts ask how wide it is.
//
// `room` is as high as the figure will be, which lies in the same cell of the grid.
//
// Each figure is a layout of its own, so that a post with a hundred is as quick as one with ten.
// content-visibility would be quicker still, but in pictures of the whole post it leaves figures blank that
// have not been in sight.
export const embedStyle = `
:host{display:block;min-width:min(224px,100%)}
:host([hidden]){display:none}
:host::before{all:initial;display:block;height:0;overflow:hidden;visibility:hidden;font:var(--dropout-font-size,medium) serif;line-height:0;letter-spacing:7em;content:"aa aa aa a"}
:host>div{display:grid;grid-template-columns:minmax(0,1fr);min-width:100%;container-type:inline-size}
div>*{grid-area:1/1}
div>.after{grid-area:auto}
.room{font-size:var(--dropout-font-size,medium);min-height:var(--_0)}
.sign{margin:.4em 0;font:.85em/1.5 system-ui,sans-serif;opacity:.75;animation:appear .1s .1s backwards}
@keyframes appear{from{opacity:0}}
@container (min-width:544px){.room{min-height:var(--_1)}}
@container (min-width:1088px){.room{min-height:var(--_2)}}
::part(playground){contain:layout paint style}
`.replaceAll('\n', '');
