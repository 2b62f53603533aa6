// Prints what MDX and React make of post.md.
import { readFileSync } from 'node:fs';
import { evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';

const { default: Post } = await evaluate(readFileSync('post.md', 'utf8'), runtime);
console.log(renderToStaticMarkup(createElement(Post)));
