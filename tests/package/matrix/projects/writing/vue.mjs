// Prints what a template of Vue makes of post.md, which has no Markdown but what it begins with.
import { readFileSync } from 'node:fs';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';

const [, html] = /(<div.*)/s.exec(readFileSync('post.md', 'utf8'));
const app = createSSRApp({ template: html });
app.config.compilerOptions.isCustomElement = (name) => name === 'dropout-playground';
console.log(await renderToString(app));
