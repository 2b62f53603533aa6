// Prints the code of the posts as JSON, for tests/fixtures/posts.py.
import { readdirSync, readFileSync } from 'node:fs';
import { piecesOf } from '../../web/check/pieces.ts';
import { readPost } from '../../web/check/read-post.ts';

const folder = new URL('posts/', import.meta.url);
const posts = readdirSync(folder).map((name) => {
  const pieces = piecesOf(readPost(readFileSync(new URL(name, folder), 'utf8'), name));
  return { name, sources: pieces.map(({ source }) => source) };
});
console.log(JSON.stringify(posts));
