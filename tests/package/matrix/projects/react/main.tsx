// In the browser: one post is rendered here, the other taken over from the server.
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Post } from './post.tsx';
import { ServedPost } from './served-post.tsx';

createRoot(document.querySelector('#post') as Element).render(<Post />);
hydrateRoot(document.querySelector('#served-post') as Element, <ServedPost />);
