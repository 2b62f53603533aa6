// In Node: the post as HTML.
import { renderToString } from 'react-dom/server';
import { ServedPost } from './served-post.tsx';

console.log(renderToString(<ServedPost />));
